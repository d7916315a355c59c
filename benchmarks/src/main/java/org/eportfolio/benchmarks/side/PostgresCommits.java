package org.eportfolio.benchmarks.side;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;

/**
 * The PostgreSQL store beside the same rows by bare pgjdbc, on the server that {@code -Dportfolio.postgresql=jdbc:…} names;
 * without one the chapter is left out. Both have the same pool, the same tables and the same row locked.
 */
final class PostgresCommits implements Chapter {
    private static final int CONNECTIONS = 32;

    @Override
    public void measure(Course course, Table table) throws Exception {
        String server = System.getProperty("portfolio.postgresql");
        if (server == null) return;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server);
        config.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            PostgresSchools.migrate(pool);
            try (PostgresSchools schools = PostgresSchools.open(pool);
                    PortfolioStore store = schools.create(UUID.randomUUID())) {
                UUID bare = UUID.randomUUID();
                schools.create(bare).close();
                table.add(row("one act, two rows and an entry, PostgreSQL, 1 thread", 1, store, pool, bare, course)
                        .must(Bound.ofJdbc(1.4))
                        .aim(Bound.ofJdbc(1.15)));
                table.add(row("the same, 8 threads on one school", 8, store, pool, bare, course)
                        .must(Bound.ofJdbc(0.5)));
                table.add(row("the same, 32 threads on one school", CONNECTIONS, store, pool, bare, course)
                        .must(Bound.ofJdbc(0.33)));
            }
        }
    }

    private static Row row(
            String work, int threads, PortfolioStore store, HikariDataSource pool, UUID bare, Course course)
            throws Exception {
        List<Acts> library = new ArrayList<>();
        List<Acts> plain = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            library.add(Acts.of(store));
            plain.add(BareActs.of(pool, bare));
        }
        Race race = new Race();
        race.with(Row.LIBRARY, times -> all(library, times));
        race.with(Row.JDBC, times -> all(plain, times));
        Map<String, Double> nanos = course.race(race, 200 * threads);
        return Row.time(work, nanos).beside("pgjdbc");
    }

    private static void all(List<Acts> each, int times) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(each.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Acts one : each) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < Math.max(1, times / each.size()); i++) one.next();
                    return null;
                }));
            }
            for (Future<?> one : running) one.get();
        } finally {
            threads.shutdown();
        }
    }
}
