package org.eportfolio.sqlite;

import java.time.Duration;

/**
 * How a {@link SqliteStore} works. Immutable; begin with {@link #defaults()}.
 *
 * @param synchronousFull whether every commit is on the disk when it returns, even if the power fails. With
 *     {@code false} a power failure may take the last commits with it, though never part of one, and a crash of the
 *     program still takes none
 * @param readers how many reads can run at the same time, at least 1; more than the machine has cores adds only waiting
 * @param busyTimeout how long to wait for another process that is writing to the same file
 */
public record SqliteOptions(boolean synchronousFull, int readers, Duration busyTimeout) {
    public SqliteOptions {
        if (readers < 1) throw new IllegalArgumentException("a store needs at least one reader, not " + readers);
        if (busyTimeout.isNegative() || busyTimeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a time that one can wait: " + busyTimeout);
        }
    }

    /** Every commit on the disk, as many readers as there are cores but at least two, and five seconds of patience. */
    public static SqliteOptions defaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new SqliteOptions(true, Math.max(2, cores), Duration.ofSeconds(5));
    }

    /** These options with {@link #synchronousFull} off. */
    public SqliteOptions withSynchronousNormal() {
        return new SqliteOptions(false, readers, busyTimeout);
    }

    /** These options with this number of readers. */
    public SqliteOptions withReaders(int number) {
        return new SqliteOptions(synchronousFull, number, busyTimeout);
    }

    /** These options with this patience. */
    public SqliteOptions withBusyTimeout(Duration patience) {
        return new SqliteOptions(synchronousFull, readers, patience);
    }
}
