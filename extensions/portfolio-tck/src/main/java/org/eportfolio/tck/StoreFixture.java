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

    /**
     * Where {@link Capability#SEVERAL_PROCESSES} is declared: opens a store in this place while another is open, sharing
     * nothing with it but the place, as in another process. The kit closes it.
     */
    default PortfolioStore another() throws Exception {
        throw new UnsupportedOperationException("declares no SEVERAL_PROCESSES");
    }

    /** When a connection is lost. */
    enum Loss {
        /** The change does not arrive. */
        BEFORE_IT_ARRIVED,
        /** The change is made, and the answer does not arrive. */
        AFTER_IT_WAS_MADE
    }

    /**
     * Where {@link Capability#UNKNOWN_COMMIT} is declared: the next commit of the store that {@link #open} gave loses its
     * connection, once. Connections that are made after that hold.
     */
    default void loseNext(Loss loss) throws Exception {
        throw new UnsupportedOperationException("declares no UNKNOWN_COMMIT");
    }

    /**
     * Where {@link Capability#ERASED_BYTES} is declared: whether these bytes stand one after the other in any file in which
     * the store keeps what it holds now. What it kept elsewhere for a time, such as a server's log, does not count; the store
     * says for how long it does.
     */
    default boolean holds(byte[] bytes) throws Exception {
        throw new UnsupportedOperationException("declares no ERASED_BYTES");
    }

    /** Clears the place away. The kit has closed the store before. */
    void clear() throws Exception;

    /** How long one test may take before the store counts as hung: a minute. A slow machine may grant more. */
    default Duration patience() {
        return Duration.ofMinutes(1);
    }

    /**
     * A place for a store that leaves nothing behind, and that declares neither durability nor large content.
     *
     * @param declared what it declares beyond that; possibly nothing
     */
    static StoreFixture transientOf(Supplier<? extends PortfolioStore> fresh, Capability... declared) {
        return new StoreFixture() {
            @Override
            public PortfolioStore open() {
                return fresh.get();
            }

            @Override
            public Set<Capability> capabilities() {
                return Set.of(declared);
            }

            @Override
            public void clear() {}
        };
    }
}
