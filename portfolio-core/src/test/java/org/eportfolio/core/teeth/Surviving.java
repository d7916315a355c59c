package org.eportfolio.core.teeth;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.StoreFixture;

/** As durable as a test needs: closing ends the session, and what was written stays for the next. */
final class Surviving extends OtherStore {
    private volatile boolean closed;

    private Surviving(PortfolioStore kept) {
        super(kept);
    }

    static Supplier<StoreFixture> fixtures() {
        return () -> new StoreFixture() {
            private final PortfolioStore kept = new InMemoryStore();

            @Override
            public PortfolioStore open() {
                return new Surviving(kept);
            }

            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.DURABLE);
            }

            @Override
            public void clear() {
                kept.close();
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(30);
            }
        };
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        refuseIfClosed();
        return super.<T>read(work);
    }

    @Override
    public synchronized void commit(Change change) {
        refuseIfClosed();
        super.commit(change);
    }

    @Override
    public ContentStore contents() {
        refuseIfClosed();
        return super.contents();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void refuseIfClosed() {
        if (closed) throw new IllegalStateException("closed");
    }
}
