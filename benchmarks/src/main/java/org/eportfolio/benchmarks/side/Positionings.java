package org.eportfolio.benchmarks.side;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.benchmarks.side.school.School;

/** One durable positioning after another, by one thread or by many at once, which are then in different dossiers. */
final class Positionings implements Chapter {
    private final Map<String, School> schools;
    private final int learners;

    Positionings(Map<String, School> schools, int learners) {
        this.schools = schools;
        this.learners = learners;
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        Bound must = Bound.ofJdbc(1.4);
        Bound aim = Bound.ofJdbc(1.2);
        measure("1 thread, one learner after another", 1, 120, learners, must, aim, course, table);
        measure("1 thread, in one class", 1, 120, School.CLASS, must, aim, course, table);
        int some = Math.min(learners, 4 * School.CLASS);
        measure("8 threads", 8, 512, some, Bound.ofJdbc(0.5), Bound.ofJdbc(0.4), course, table);
        measure("64 threads", 64, 640, some, Bound.ofJdbc(1 / 3.0), Bound.ofJdbc(0.25), course, table);
    }

    /**
     * @param among so many learners in turn: all of them are more than core remembers; one alone would come to a very
     *     long history
     */
    private void measure(
            String who, int threads, int times, int among, Bound must, Bound aim, Course course, Table table)
            throws Exception {
        Race race = new Race();
        Map<String, Durations> single = new LinkedHashMap<>();
        schools.forEach((name, school) -> {
            Durations durations = new Durations(course.rounds() * times);
            AtomicInteger turn = new AtomicInteger();
            single.put(name, durations);
            race.with(
                    name,
                    count -> together(threads, count, number -> {
                        long from = System.nanoTime();
                        school.position(turn.getAndIncrement() % among, number);
                        durations.add(System.nanoTime() - from);
                    }));
        });
        table.add(Row.time("one positioning, durable, " + who, course.race(race, times))
                .must(must)
                .aim(aim));
        Map<String, Double> slowest = new LinkedHashMap<>();
        single.forEach((name, durations) -> slowest.put(name, durations.percentile(0.99)));
        table.add(Row.time("the same, p99 of how long one waits", slowest));
    }

    private interface Step {
        void take(int number) throws Exception;
    }

    private static void together(int threads, int times, Step step) throws Exception {
        ExecutorService crew = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                done.add(crew.submit(() -> {
                    for (int i = first; i < times; i += threads) step.take(i);
                    return true;
                }));
            }
            for (Future<?> each : done) each.get();
        } finally {
            crew.shutdown();
        }
    }
}
