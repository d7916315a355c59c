package org.eportfolio.benchmarks.side.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eportfolio.benchmarks.side.Acts;
import org.eportfolio.benchmarks.side.Bound;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Race;
import org.eportfolio.benchmarks.side.Row;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.sqlite.SqliteStore;

/**
 * The PostgreSQL store beside the same rows by bare pgjdbc, on the server that {@code -Dportfolio.postgresql=jdbc:…} names;
 * without one the chapter is left out. Both have the same pool, the same tables and the same row locked.
 */
public final class PostgresCommits implements Chapter {
    private static final int CONNECTIONS = 32;
    private static final int ROWS = 60;

    @Override
    public void measure(Course course, Table table) throws Exception {
        String server = System.getProperty("portfolio.postgresql", "");
        if (server.isEmpty()) return;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server);
        config.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            PostgresSchools.migrate(pool);
            UUID own = UUID.randomUUID();
            try (PostgresSchools schools = PostgresSchools.open(pool);
                    PortfolioStore store = schools.create(own)) {
                UUID bare = UUID.randomUUID();
                schools.create(bare).close();
                table.add(row("one act, two rows and an entry, PostgreSQL, 1 thread", 1, store, pool, bare, course)
                        .must(Bound.ofJdbc(1.4))
                        .aim(Bound.ofJdbc(1.15)));
                table.add(row("the same, 8 threads on one school", 8, store, pool, bare, course)
                        .must(Bound.ofJdbc(0.5)));
                table.add(row("the same, 32 threads on one school", CONNECTIONS, store, pool, bare, course)
                        .must(Bound.ofJdbc(0.33)));
                besideSqlite(store, course, table);
                table.add(reading(store, own, pool, course));
            }
        }
    }

    private static void besideSqlite(PortfolioStore store, Course course, Table table) throws Exception {
        try (PortfolioStore file = SqliteStore.open(course.fresh("beside-postgresql.db"))) {
            table.add(besideSqlite("the same, 1 thread, beside our SQLite store", 1, store, file, course)
                    .must(Bound.ofJdbc(3))
                    .aim(Bound.ofJdbc(2)));
            table.add(besideSqlite("the same, 32 threads, beside our SQLite store", CONNECTIONS, store, file, course)
                    .must(Bound.ofJdbc(1.5))
                    .aim(Bound.ofJdbc(1)));
        }
        course.clear("beside-postgresql.db");
    }

    private static Row besideSqlite(String work, int threads, PortfolioStore store, PortfolioStore file, Course course)
            throws Exception {
        List<Acts> here = new ArrayList<>();
        List<Acts> there = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            here.add(Acts.of(store));
            there.add(Acts.of(file));
        }
        Race race = new Race();
        race.with(Row.LIBRARY, times -> all(here, times));
        race.with(Row.JDBC, times -> all(there, times));
        return Row.time(work, course.race(race, 200 * threads)).beside("SQLite");
    }

    /** The rows of one dossier and one kind, which a store without a cache reads anew each time. */
    private static Row reading(PortfolioStore store, UUID school, HikariDataSource pool, Course course)
            throws Exception {
        Scope scope = new Scope(UUID.randomUUID());
        Kind kind = new Kind("assessment");
        List<org.eportfolio.spi.Row> rows = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            rows.add(new org.eportfolio.spi.Row(scope, kind, new UUID(1, i), Acts.ASSESSMENT, Set.of(Acts.AUTHOR)));
        }
        store.commit(new Change(Map.of(), List.of(), rows, List.of()));
        Race race = new Race();
        race.with(Row.LIBRARY, times -> {
            for (int i = 0; i < times; i++) {
                int found = store.read(view -> view.list(scope, kind, null, 2 * ROWS))
                        .size();
                if (found != ROWS) throw new IllegalStateException("rows: " + found);
            }
        });
        race.with(Row.JDBC, times -> {
            for (int i = 0; i < times; i++) bare(pool, school, scope);
        });
        return Row.time("the 60 rows of a dossier's kind", course.race(race, 200))
                .beside("pgjdbc, row by row")
                .must(Bound.ofJdbc(1.3))
                .aim(Bound.ofJdbc(0.9));
    }

    private static void bare(HikariDataSource pool, UUID school, Scope scope) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, body, keys FROM portfolio.record WHERE school = ? AND scope = ? AND kind = 'assessment'"
                                + " ORDER BY id")) {
            statement.setObject(1, school);
            statement.setObject(2, scope.id());
            try (ResultSet found = statement.executeQuery()) {
                int rows = 0;
                while (found.next()) if (found.getString(2) != null && found.getObject(1, UUID.class) != null) rows++;
                if (rows != ROWS) throw new IllegalStateException("rows: " + rows);
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
