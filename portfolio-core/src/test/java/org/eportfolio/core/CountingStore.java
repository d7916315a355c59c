package org.eportfolio.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;

/**
 * A store on the heap that counts what is asked of its views and how much they give, and that can be copied as it stands.
 * For one thread.
 */
final class CountingStore implements PortfolioStore {
    private final ContentStore contents;
    private World world;
    private int lookUps;
    private int most;

    CountingStore() {
        this(World.EMPTY, new HeapContents());
    }

    private CountingStore(World world, ContentStore contents) {
        this.world = world;
        this.contents = contents;
    }

    /** A store of its own that begins where this one stands, with nothing counted; files are shared. */
    CountingStore copy() {
        return new CountingStore(world, contents);
    }

    /** How often a view was asked for something, but for the position, which costs nothing. */
    int lookUps() {
        return lookUps;
    }

    /** How many rows the longest answer had. */
    int most() {
        return most;
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        Snapshot snapshot = new Snapshot(world);
        try {
            return work.apply(counting(snapshot));
        } finally {
            snapshot.end();
        }
    }

    private View counting(View view) {
        return (View) Proxy.newProxyInstance(
                View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("position")) lookUps++;
                    try {
                        Object answer = method.invoke(view, arguments);
                        if (answer instanceof Collection<?> rows) most = Math.max(most, rows.size());
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void commit(Change change) {
        world = world.after(change);
    }

    @Override
    public void load(Iterator<Change> changes) {
        World after = world;
        while (changes.hasNext()) after = after.after(changes.next());
        world = after;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public void close() {}
}
