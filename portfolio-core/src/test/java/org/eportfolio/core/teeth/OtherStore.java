package org.eportfolio.core.teeth;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;

/** A correct store that passes everything on; a fault overrides one thing of it. */
class OtherStore implements PortfolioStore {
    final PortfolioStore sound;

    OtherStore() {
        this(new InMemoryStore());
    }

    OtherStore(PortfolioStore sound) {
        this.sound = sound;
    }

    View seen(View view) {
        return view;
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return sound.<T>read(view -> work.apply(seen(view)));
    }

    @Override
    public void commit(Change change) {
        sound.commit(change);
    }

    @Override
    public void load(Iterator<Change> changes) {
        sound.load(changes);
    }

    @Override
    public ContentStore contents() {
        return sound.contents();
    }

    @Override
    public void backup(Path to) {
        sound.backup(to);
    }

    @Override
    public List<Message> check() {
        return sound.check();
    }

    @Override
    public void close() {
        sound.close();
    }
}
