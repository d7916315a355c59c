package org.eportfolio.core.calls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eportfolio.core.internal.memory.HeapAccessLog;
import org.eportfolio.core.internal.memory.HeapContents;
import org.eportfolio.core.internal.memory.MemoryState;
import org.eportfolio.core.internal.memory.MemoryView;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * A store on the heap that counts what is asked of its views and how much they give, and that can be copied as it stands.
 * For one thread.
 */
public final class CountingStore implements PortfolioStore {
    private final HeapContents contents;
    private final AccessLog readings = new HeapAccessLog();
    private MemoryState world;
    private int lookUps;
    private int rows;
    private int asked;
    private @Nullable Row paged;
    private final UnaryOperator<Row> read;
    private final List<Row> puts = new ArrayList<>();

    public CountingStore() {
        this(MemoryState.EMPTY, new HeapContents(), UnaryOperator.identity());
    }

    private CountingStore(MemoryState world, HeapContents contents, UnaryOperator<Row> read) {
        this.world = world;
        this.contents = contents;
        this.read = read;
    }

    /** A store of its own that begins where this one stands, with nothing counted; files are shared. */
    public CountingStore copy() {
        return new CountingStore(world, contents, read);
    }

    /** The same, whose rows are read like this. */
    public CountingStore reading(UnaryOperator<Row> each) {
        return new CountingStore(world, contents, each);
    }

    /** What was put into it. */
    public List<Row> puts() {
        return puts;
    }

    /** The same, with so many more rows like this one behind it, each under an id of its own. */
    public CountingStore with(int more, Row like) {
        MemoryState grown = world;
        for (int i = 1; i <= more; i++) {
            Row row = new Row(like.scope(), like.kind(), after(like.id(), i), like.body(), like.keys());
            grown = grown.after(new Change(Map.of(), List.of(), List.of(row), List.of()));
        }
        return new CountingStore(grown, contents, read);
    }

    public static UUID after(UUID id, int number) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + number);
    }

    /** How often a view was asked for something, but for the position, which costs nothing. */
    public int lookUps() {
        return lookUps;
    }

    /** How many rows the views gave. */
    public int rows() {
        return rows;
    }

    /** The last row of the last page that was asked for with room for this many. */
    @Nullable
    public Row lastOf(int limit) {
        return limit == asked ? paged : null;
    }

    /** A new one for each copy; what it is asked is not counted. */
    @Override
    public Optional<AccessLog> accessLog() {
        return Optional.of(readings);
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        MemoryView snapshot = new MemoryView(world);
        try {
            return work.apply(counting(snapshot));
        } finally {
            snapshot.end();
        }
    }

    private View counting(View view) {
        return (View) Proxy.newProxyInstance(
                View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = asRead(method.invoke(view, arguments));
                        if (!method.getName().equals("position")) count(answer, arguments);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private @Nullable Object asRead(@Nullable Object answer) {
        if (answer instanceof Optional<?> one) return one.map(this::asRead);
        if (answer instanceof List<?> several)
            return several.stream().map(this::asRead).toList();
        return answer instanceof Row row ? read.apply(row) : answer;
    }

    /** Some calls read on several threads. */
    private synchronized void count(@Nullable Object answer, Object[] arguments) {
        lookUps++;
        if (answer instanceof Collection<?> several) rows += several.size();
        if (answer instanceof List<?> page && arguments[arguments.length - 1] instanceof Integer limit) {
            note(page, limit);
        }
    }

    private void note(List<?> page, int limit) {
        if (limit == Integer.MAX_VALUE || page.isEmpty() || !(page.get(page.size() - 1) instanceof Row row)) return;
        asked = limit;
        paged = row;
    }

    @Override
    public void commit(Change change) {
        contents.required(change.contents(), () -> world = world.after(change));
        puts.addAll(change.puts());
    }

    @Override
    public void load(Iterator<Change> changes) {
        MemoryState after = world;
        while (changes.hasNext()) {
            Change change = changes.next();
            after = after.after(change);
            puts.addAll(change.puts());
        }
        world = after;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public void close() {}
}
