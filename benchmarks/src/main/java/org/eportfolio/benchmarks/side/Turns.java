package org.eportfolio.benchmarks.side;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;

/**
 * Two variants of the same short work in turns, call by call, so that whatever else the machine does meets both alike; a
 * third as many go before, unmeasured. By the clock the median counts; of the processor's time the mean, in which what is done
 * once for many calls is included.
 */
public final class Turns {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final double[] libraryClock;
    private final double[] besideClock;
    private final double[] libraryProcessor;
    private final double[] besideProcessor;

    public interface Step {
        void at(int number) throws Exception;
    }

    private Turns(int times) {
        libraryClock = new double[times];
        besideClock = new double[times];
        libraryProcessor = new double[times];
        besideProcessor = new double[times];
    }

    public static Turns of(int times, Step library, Step beside) throws Exception {
        return of(times, i -> {}, library, beside);
    }

    /** @param before done before each of the two, and not timed */
    public static Turns of(int times, Step before, Step library, Step beside) throws Exception {
        Turns turns = new Turns(times);
        int unmeasured = times / 3;
        for (int i = -unmeasured; i < times; i++) {
            int number = i + unmeasured;
            if (i % 2 == 0) once(before, library, number, i, turns.libraryClock, turns.libraryProcessor);
            once(before, beside, number, i, turns.besideClock, turns.besideProcessor);
            if (i % 2 != 0) once(before, library, number, i, turns.libraryClock, turns.libraryProcessor);
        }
        return turns;
    }

    private static void once(Step before, Step step, int number, int turn, double[] clock, double[] processor)
            throws Exception {
        before.at(number);
        long used = THREAD.getCurrentThreadCpuTime();
        long from = System.nanoTime();
        step.at(number);
        long to = System.nanoTime();
        if (turn < 0) return;
        clock[turn] = to - from;
        processor[turn] = THREAD.getCurrentThreadCpuTime() - used;
    }

    public Row byClock(String work) {
        return row(work, Race.median(libraryClock), Race.median(besideClock));
    }

    public Row byProcessor(String work) {
        return row(work, mean(libraryProcessor), mean(besideProcessor));
    }

    private static Row row(String work, double library, double beside) {
        return Row.time(work, Map.of(Row.LIBRARY, library, Row.JDBC, beside));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
