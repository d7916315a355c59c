package org.eportfolio.benchmarks.side.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.eportfolio.benchmarks.side.Acts;
import org.eportfolio.benchmarks.side.Bound;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Race;
import org.eportfolio.benchmarks.side.Row;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Watch;

/**
 * Many schools with a writer each, while another process waits for news of all of them, beside the same without anyone who waits. How
 * many wake-ups there were stands in the note.
 */
public final class PostgresFollowers implements Chapter {
    private static final int SCHOOLS = 64;
    private static final int CONNECTIONS = 16;

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        try (OwnDatabase database = OwnDatabase.create("portfolio_followers", CONNECTIONS);
                PostgresSchools elsewhere = PostgresSchools.open(database.pool())) {
            List<PortfolioStore> stores = new ArrayList<>();
            List<PortfolioStore> watched = new ArrayList<>();
            List<Acts> acts = new ArrayList<>();
            for (int i = 0; i < SCHOOLS; i++) {
                UUID id = UUID.randomUUID();
                stores.add(database.schools().create(id));
                watched.add(elsewhere.school(id));
                acts.add(Acts.of(stores.get(i)));
            }
            LongAdder woken = new LongAdder();
            Race race = new Race()
                    .with(Row.LIBRARY, new Followed(acts, watched, woken))
                    .with(Row.JDBC, times -> all(acts, times));
            Map<String, Double> nanos = course.race(race, 100 * SCHOOLS);
            table.add(Row.of(
                            SCHOOLS + " schools with a writer each: throughput with followers ÷ without",
                            "share",
                            nanos.getOrDefault(Row.JDBC, Double.NaN) / nanos.getOrDefault(Row.LIBRARY, Double.NaN))
                    .must(Bound.atLeast(0.95))
                    .note(Row.number(1e9 / nanos.getOrDefault(Row.JDBC, Double.NaN)) + " commits a second without, "
                            + woken.sum() + " wake-ups in all rounds"));
            for (PortfolioStore each : stores) each.close();
            for (PortfolioStore each : watched) each.close();
        }
    }

    /** The commits, while each school is watched. */
    private record Followed(List<Acts> acts, List<PortfolioStore> watched, LongAdder woken) implements Race.Variant {
        @Override
        public void run(int times) throws Exception {
            List<Watch> watches = new ArrayList<>();
            for (PortfolioStore each : watched) watches.add(each.watch(woken::increment));
            try {
                all(acts, times);
            } finally {
                watches.forEach(Watch::close);
            }
        }
    }

    private static void all(List<Acts> acts, int times) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Acts one : acts) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < Math.max(1, times / acts.size()); i++) one.next();
                    return null;
                }));
            }
            for (Future<?> one : running) one.get();
        } finally {
            threads.shutdown();
        }
    }
}
