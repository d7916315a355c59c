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
final class Race {
    /** Does the work so many times. */
    interface Variant {
        void run(int times) throws Exception;
    }

    private final Map<String, Variant> variants = new LinkedHashMap<>();

    Race with(String name, Variant variant) {
        variants.put(name, variant);
        return this;
    }

    /**
     * Nanoseconds for one piece of work, by variant.
     *
     * @param times in one round, for each variant
     */
    Map<String, Double> run(int warmUps, int rounds, int times) throws Exception {
        List<String> names = new ArrayList<>(variants.keySet());
        Map<String, double[]> taken = new LinkedHashMap<>();
        names.forEach(name -> taken.put(name, new double[rounds]));
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(Math.floorMod(i + round, names.size()));
                long from = System.nanoTime();
                Objects.requireNonNull(variants.get(name)).run(times);
                if (round >= 0)
                    Objects.requireNonNull(taken.get(name))[round] = (double) (System.nanoTime() - from) / times;
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        taken.forEach((name, each) -> medians.put(name, median(each)));
        return medians;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
