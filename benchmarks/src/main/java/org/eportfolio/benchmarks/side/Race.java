package org.eportfolio.benchmarks.side;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Variants of the same work, interleaved in one JVM: a round runs each of them once, in turning order, and what counts
 * is the median of the rounds.
 */
public final class Race {
    /** Does the work so many times; only that is timed. */
    public interface Variant {
        default void prepare() throws Exception {}

        void run(int times) throws Exception;

        /** How long all of it takes: by the clock, unless the variant knows better. */
        default double nanos(int times) throws Exception {
            long from = System.nanoTime();
            run(times);
            return System.nanoTime() - from;
        }

        default void finish() throws Exception {}
    }

    private record Entrant(Variant variant, int share) {}

    private final Map<String, Entrant> entrants = new LinkedHashMap<>();

    public Race with(String name, Variant variant) {
        return with(name, 1, variant);
    }

    /** @param share the variant does only one part in so many, since the whole would take too long */
    public Race with(String name, int share, Variant variant) {
        entrants.put(name, new Entrant(variant, share));
        return this;
    }

    /**
     * Goes round until each variant has worked for so long, all of them equally often; ends sooner if the whole, with what
     * is prepared for each round, takes too long.
     */
    public void warm(int times, long eachNanos, long wholeNanos) throws Exception {
        long from = System.nanoTime();
        double least = 0;
        while (least < eachNanos && System.nanoTime() - from < wholeNanos) {
            double shortest = Double.MAX_VALUE;
            for (Entrant each : entrants.values()) {
                shortest = Math.min(shortest, once(each, times) * Math.max(1, times / each.share()));
            }
            least += shortest;
        }
    }

    /**
     * Nanoseconds for one piece of work, by variant.
     *
     * @param times in one round, for each variant
     */
    public Map<String, Double> run(int warmUps, int rounds, int times) throws Exception {
        List<String> names = new ArrayList<>(entrants.keySet());
        Map<String, double[]> taken = new LinkedHashMap<>();
        names.forEach(name -> taken.put(name, new double[rounds]));
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(Math.floorMod(i + round, names.size()));
                double nanos = once(Objects.requireNonNull(entrants.get(name)), times);
                if (round >= 0) Objects.requireNonNull(taken.get(name))[round] = nanos;
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        taken.forEach((name, each) -> medians.put(name, median(each)));
        return medians;
    }

    private static double once(Entrant entrant, int times) throws Exception {
        int share = Math.max(1, times / entrant.share());
        entrant.variant().prepare();
        try {
            return entrant.variant().nanos(share) / share;
        } finally {
            entrant.variant().finish();
        }
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
