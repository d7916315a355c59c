package org.eportfolio.core;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eportfolio.core.internal.memory.HeapAccessLog;
import org.eportfolio.core.internal.memory.HeapContents;
import org.eportfolio.core.internal.memory.MemoryState;
import org.eportfolio.core.internal.memory.MemoryView;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * A store on the heap, for tests and trials: the whole contract but durability and large content. Everything is gone
 * when it is closed. Thread-safe; a read never waits for a writer.
 */
public final class InMemoryStore implements PortfolioStore {
    /** Files above this many bytes (64 MB) are refused with a {@link org.eportfolio.StorageException}. */
    public static final int LARGEST_CONTENT = HeapContents.LARGEST;

    private final ReentrantLock writing = new ReentrantLock();
    private final HeapContents contents = new HeapContents();
    private final HeapAccessLog readings = new HeapAccessLog();
    private final SearchIndex index = new HeapIndex();
    private volatile @Nullable MemoryState world = MemoryState.EMPTY;

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        MemoryView snapshot = new MemoryView(current());
        try {
            return work.apply(snapshot);
        } finally {
            snapshot.end();
        }
    }

    @Override
    public void commit(Change change) {
        exclusively(() ->
                contents.required(change.contents(), () -> world = current().after(change)));
    }

    @Override
    public void load(Iterator<Change> changes) {
        exclusively(() -> {
            MemoryState after = current();
            Set<Stored> needed = new HashSet<>();
            while (changes.hasNext()) {
                Change change = changes.next();
                needed.addAll(change.contents());
                after = after.after(change);
            }
            MemoryState loaded = after;
            contents.required(needed, () -> world = loaded);
        });
    }

    @Override
    public ContentStore contents() {
        current();
        return contents;
    }

    @Override
    public Optional<AccessLog> accessLog() {
        return Optional.of(readings);
    }

    @Override
    public Optional<SearchIndex> searchIndex() {
        return Optional.of(index);
    }

    private final class HeapIndex implements SearchIndex {
        @Override
        public void wholeBy(String rules) {
            exclusively(() -> world = current().wholeBy(rules));
        }

        @Override
        public void clear() {
            exclusively(() -> world = current().withoutIndex());
        }
    }

    @Override
    public void close() {
        exclusively(() -> {
            world = null;
            contents.close();
            readings.close();
        });
    }

    private void exclusively(Runnable step) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("an iterator that is being loaded cannot write to its store");
        }
        writing.lock();
        try {
            step.run();
        } finally {
            writing.unlock();
        }
    }

    private MemoryState current() {
        MemoryState current = world;
        if (current == null) throw new IllegalStateException("the store is closed");
        return current;
    }
}
