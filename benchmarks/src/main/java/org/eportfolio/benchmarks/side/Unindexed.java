package org.eportfolio.benchmarks.side;

import java.util.Iterator;
import java.util.function.Function;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;

/** A store whose index is not used. */
public record Unindexed(PortfolioStore store) implements PortfolioStore {
    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return store.<T>read(work);
    }

    @Override
    public void commit(Change change) {
        store.commit(change);
    }

    @Override
    public void load(Iterator<Change> changes) {
        store.load(changes);
    }

    @Override
    public ContentStore contents() {
        return store.contents();
    }

    @Override
    public void close() {
        store.close();
    }
}
