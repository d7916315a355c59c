package org.eportfolio.postgresql;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How {@link PostgresSchools} works. Immutable; begin with {@link #defaults()}.
 *
 * @param partitions into how many partitions, by school, {@link PostgresSchools#migrate} divides the tables that hold text;
 *     1 for none. Chosen once, when the tables are made; it bounds what {@code compact} must rewrite for one school
 * @param rowLevelSecurity whether {@code migrate} puts row-level security on the tables as a second wall between schools. A
 *     store finds out by itself whether it is there
 * @param patience for how long a commit whose connection was lost goes on asking what became of it
 * @param lockTimeout for how long {@code compact} waits for the tables; everybody else waits behind it. Before that, for
 *     transactions that began earlier, it waits up to six times as long, and locks nothing
 * @param staleReads connections to a standby of the same database, for {@link PostgresSchools#stale}; {@code null} for none
 */
public record PostgresOptions(
        int partitions,
        boolean rowLevelSecurity,
        Duration patience,
        Duration lockTimeout,
        @Nullable DataSource staleReads) {
    private static final int MOST_PARTITIONS = 1_024;

    public PostgresOptions {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("from 1 to " + MOST_PARTITIONS + " partitions, not " + partitions);
        }
        if (patience.isNegative() || patience.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("not a time that a commit can wait: " + patience);
        }
        if (lockTimeout.toMillis() < 1 || lockTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("not a time that one can wait for a lock: " + lockTimeout);
        }
    }

    /** No partitions, no row-level security, ten seconds of patience, five for a lock. */
    public static PostgresOptions defaults() {
        return new PostgresOptions(1, false, Duration.ofSeconds(10), Duration.ofSeconds(5), null);
    }

    /** These options with this number of partitions. */
    public PostgresOptions withPartitions(int number) {
        return new PostgresOptions(number, rowLevelSecurity, patience, lockTimeout, staleReads);
    }

    /** These options with {@link #rowLevelSecurity} on. */
    public PostgresOptions withRowLevelSecurity() {
        return new PostgresOptions(partitions, true, patience, lockTimeout, staleReads);
    }

    /** These options with this patience. */
    public PostgresOptions withPatience(Duration time) {
        return new PostgresOptions(partitions, rowLevelSecurity, time, lockTimeout, staleReads);
    }

    /** These options with this time to wait for a lock. */
    public PostgresOptions withLockTimeout(Duration time) {
        return new PostgresOptions(partitions, rowLevelSecurity, patience, time, staleReads);
    }

    /**
     * These options with connections to a standby, from which nothing is read but what is asked of
     * {@link PostgresSchools#stale}.
     */
    public PostgresOptions withStaleReads(DataSource standby) {
        return new PostgresOptions(partitions, rowLevelSecurity, patience, lockTimeout, standby);
    }
}
