package org.eportfolio.tck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.spi.PortfolioStore;

/** One place for one store, made for one test: a new directory, a new schema, or nothing at all. */
public interface StoreFixture {
    /**
     * Opens the store in this place: an empty one at the first call. Where {@link Capability#DURABLE} is declared it is
     * called again after the store was closed, and gives the same store.
     */
    PortfolioStore open() throws Exception;

    /** What the store declares. */
    Set<Capability> capabilities();

    /**
     * Where {@link Capability#BACKUP} is declared: opens a store over such a copy, in another place. The kit closes it.
     *
     * @param backup as {@link PortfolioStore#backup} left it; may be taken, moved or changed
     */
    default PortfolioStore restored(Path backup) throws Exception {
        throw new UnsupportedOperationException("declares no BACKUP");
    }

    /** Clears the place away. The kit has closed the store before. */
    void clear() throws Exception;

    /** How long one test may take before the store counts as hung: a minute. A slow machine may grant more. */
    default Duration patience() {
        return Duration.ofMinutes(1);
    }

    /** A place for a store that leaves nothing behind, and that declares neither durability nor large content. */
    static StoreFixture transientOf(Supplier<? extends PortfolioStore> fresh) {
        return new StoreFixture() {
            @Override
            public PortfolioStore open() {
                return fresh.get();
            }

            @Override
            public Set<Capability> capabilities() {
                return Set.of();
            }

            @Override
            public void clear() {}
        };
    }
}
