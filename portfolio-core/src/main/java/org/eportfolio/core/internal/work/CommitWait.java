package org.eportfolio.core.internal.work;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eportfolio.spi.Watch;

/** Looks, and looks again after each commit, until there is something or the time is over. */
public final class CommitWait {
    /** After how long a waiting call looks again by itself, since another process may write to the same store. */
    public static final Duration RELOOK = Duration.ofSeconds(1);

    private final Engine engine;

    public CommitWait(Engine engine) {
        this.engine = engine;
    }

    /**
     * What is seen once it is enough, or when the time is over.
     *
     * @throws IllegalStateException among calls made together, and when the portfolio is closed meanwhile
     */
    public <T> T until(Predicate<T> enough, Supplier<T> look, Duration timeout, CommitScope session)
            throws InterruptedException {
        if (session != engine) throw new IllegalStateException("what waits cannot be part of a commit");
        long end = System.nanoTime() + nanos(timeout);
        long heard = engine.bell().rings();
        T seen = look.get();
        if (enough.test(seen) || System.nanoTime() - end >= 0) return seen;
        Watch others = engine.watchOthers();
        try {
            while (true) {
                long left = end - System.nanoTime();
                engine.bell().awaitAfter(heard, Math.min(left, RELOOK.toNanos()));
                heard = engine.bell().rings();
                seen = look.get();
                if (enough.test(seen) || System.nanoTime() - end >= 0) return seen;
            }
        } finally {
            others.close();
        }
    }

    /** At most a century, so that adding it to a clock cannot overflow; what is negative is over at once. */
    private static long nanos(Duration timeout) {
        if (timeout.isNegative()) return 0;
        Duration century = Duration.ofDays(36_525);
        return (timeout.compareTo(century) < 0 ? timeout : century).toNanos();
    }
}
