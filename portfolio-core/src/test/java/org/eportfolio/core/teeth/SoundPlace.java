package org.eportfolio.core.teeth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.StoreFixture;
import org.jspecify.annotations.Nullable;

/** A place that several stores share, as processes share a server; a fault overrides one thing of it. */
class SoundPlace implements StoreFixture {
    final PortfolioStore shared = new InMemoryStore();
    final AtomicReference<@Nullable Loss> next = new AtomicReference<>();

    /** One process's way to the shared store. */
    class Process extends OtherStore {
        private volatile boolean closed;

        Process() {
            super(shared);
        }

        @Override
        public <T> T read(Function<? super View, ? extends T> work) {
            refuseIfClosed();
            return super.<T>read(work);
        }

        @Override
        public void commit(Change change) {
            refuseIfClosed();
            made(change);
        }

        /** Where the answer is lost, it looks whether its own entries are there. */
        void made(Change change) {
            Loss loss = next.getAndSet(null);
            if (loss == null) sound.commit(change);
            else afterLoss(change, loss);
        }

        void afterLoss(Change change, Loss loss) {
            if (loss == Loss.AFTER_IT_WAS_MADE) sound.commit(change);
            boolean there = !change.entries().isEmpty()
                    && change.entries().stream()
                            .allMatch(entry ->
                                    sound.<Boolean>read(view -> view.entries(entry.scope(), entry.number() - 1, 1)
                                            .contains(entry)));
            if (change.entries().isEmpty()) throw unknown();
            if (!there) sound.commit(change);
        }

        @Override
        public ContentStore contents() {
            refuseIfClosed();
            return super.contents();
        }

        @Override
        public void close() {
            closed = true;
        }

        private void refuseIfClosed() {
            if (closed) throw new IllegalStateException("closed");
        }
    }

    static RuntimeException unknown() {
        return new CommitUnknownException(Message.of("storage.no-backup"), null);
    }

    static StorageException failed() {
        return new StorageException(Message.of("storage.no-backup"), null);
    }

    @Override
    public PortfolioStore open() {
        return new Process();
    }

    @Override
    public PortfolioStore another() {
        return open();
    }

    @Override
    public void loseNext(Loss loss) {
        next.set(loss);
    }

    /** In what is there now; nothing else is kept. */
    @Override
    public boolean holds(byte[] bytes) throws Exception {
        String wanted = new String(bytes, StandardCharsets.UTF_8);
        boolean inRows = shared.read(view -> view.list(Marks.SCOPE, Marks.KIND, null, 10_000)).stream()
                .anyMatch(row -> row.body().contains(wanted));
        return inRows || Marks.inFiles(shared, wanted);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SEVERAL_PROCESSES, Capability.UNKNOWN_COMMIT, Capability.ERASED_BYTES);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void clear() {
        shared.close();
    }
}
