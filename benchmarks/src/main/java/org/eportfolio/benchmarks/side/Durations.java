package org.eportfolio.benchmarks.side;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long single pieces of work took, the last so many of them; those of the warm-up are overwritten. Thread-safe. */
final class Durations {
    private final AtomicLongArray nanos;
    private final AtomicLong count = new AtomicLong();

    Durations(int kept) {
        nanos = new AtomicLongArray(kept);
    }

    void add(long duration) {
        nanos.set((int) (count.getAndIncrement() % nanos.length()), duration);
    }

    double percentile(double share) {
        long[] sorted = new long[(int) Math.min(count.get(), nanos.length())];
        for (int i = 0; i < sorted.length; i++) sorted[i] = nanos.get(i);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
