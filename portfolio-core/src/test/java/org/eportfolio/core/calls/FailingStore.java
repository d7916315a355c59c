package org.eportfolio.core.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * A store that fails at its n-th operation, and at every one after it, as if the machine had stopped: before the
 * operation, or after it was done and before anybody heard of it.
 */
public final class FailingStore implements PortfolioStore, ContentStore {
    private final PortfolioStore sound;
    private final long failing;
    private final boolean done;
    private long operations;

    public FailingStore(PortfolioStore sound, long failing, boolean done) {
        this.sound = sound;
        this.failing = failing;
        this.done = done;
    }

    /** How many operations there were. */
    public long operations() {
        return operations;
    }

    private <T> T operation(Supplier<T> work) {
        long number = ++operations;
        if (number < failing) return work.get();
        if (number == failing && done) work.get();
        throw new StorageException(Message.of("storage.failed", "school.db", "operation " + number), null);
    }

    private void operation(Runnable work) {
        operation(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return operation(() -> sound.<T>read(work));
    }

    @Override
    public void commit(Change change) {
        operation(() -> sound.commit(change));
    }

    @Override
    public void load(Iterator<Change> changes) {
        operation(() -> sound.load(changes));
    }

    /** A portfolio that knows no index would leave the one of the file behind. */
    @Override
    public Optional<SearchIndex> searchIndex() {
        return sound.searchIndex();
    }

    @Override
    public ContentStore contents() {
        return this;
    }

    @Override
    public Stored write(InputStream in, Instant at) throws IOException {
        return operation(() -> {
            try {
                return sound.contents().write(in, at);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return operation(() -> sound.contents().open(content));
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        return operation(() -> sound.contents().list(after, limit));
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        return operation(() -> sound.contents().remove(content, cutoff));
    }

    @Override
    public void backup(Path to) {
        operation(() -> sound.backup(to));
    }

    @Override
    public void close() {
        sound.close();
    }
}
