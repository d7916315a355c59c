package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Makes ids of version 7 (RFC 9562): milliseconds, a counter that keeps them in order, and 62 random bits. Thread-safe. */
public final class Ids {
    /** The order of a store's lists: by the 16 bytes, unsigned. */
    public static final Comparator<UUID> BY_BYTES = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final int COUNTER_BITS = 12;

    private final Randomness random;
    private long last;

    Ids(Randomness random) {
        this.random = random;
    }

    /** An id greater than all that were made here before, even if the clock went back. */
    public UUID next(long epochMillis) {
        long low = (random.next() >>> 2) | Long.MIN_VALUE;
        long ticks;
        synchronized (this) {
            last = Math.max(last + 1, epochMillis << COUNTER_BITS);
            ticks = last;
        }
        long high = (ticks >>> COUNTER_BITS << 16) | 0x7000 | (ticks & 0xFFF);
        return new UUID(high, low);
    }

    /** Whether an id was made here by this instant, as far as milliseconds tell; ids of other makes were there always. */
    public static boolean madeBy(UUID id, Instant at) {
        return id.version() != 7 || id.getMostSignificantBits() >>> 16 <= at.toEpochMilli();
    }

    /** Less than every id made in this millisecond or later, and greater than those of the milliseconds before. */
    static UUID before(long epochMillis) {
        return new UUID(epochMillis << 16 | 0x7000, 0);
    }
}
