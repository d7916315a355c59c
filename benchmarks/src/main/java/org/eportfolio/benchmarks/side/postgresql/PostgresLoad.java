package org.eportfolio.benchmarks.side.postgresql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.benchmarks.side.Bound;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Race;
import org.eportfolio.benchmarks.side.Row;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A bulk load into PostgreSQL through the front door, beside COPY alone of the very rows that it wrote. */
public final class PostgresLoad implements Chapter {
    private static final int EACH = 60;
    /** Until Java has compiled the way of a record: after two rounds it takes three times the processor. */
    private static final int WARMING = 25;

    private static final Map<String, String> COLUMNS = Map.of(
            "head", "scope, length, hash",
            "entry", "position, scope, number, hash, body",
            "record", "scope, kind, id, body, keys",
            "key", "hash, id, scope, kind");

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        int learners = course.sized(6, 300, 3_000);
        try (OwnDatabase database = OwnDatabase.create("portfolio_load", 4)) {
            Race race = new Race().with(Row.LIBRARY, new Front(database)).with(Row.JDBC, new Bare(database, learners));
            Map<String, Double> nanos = race.run(course.sized(0, WARMING, 5), course.sized(1, 7, 5), learners);
            double library = nanos.getOrDefault(Row.LIBRARY, Double.NaN) / EACH;
            double bare = nanos.getOrDefault(Row.JDBC, Double.NaN) / EACH;
            table.add(Row.time(
                            "bulk load of " + learners * EACH + " assessments, PostgreSQL, each",
                            Map.of(Row.LIBRARY, library, Row.JDBC, bare))
                    .beside("COPY of the same rows")
                    .must(Bound.ofJdbc(2))
                    .aim(Bound.ofJdbc(1.5))
                    .note("the library also makes the rows, and runs ANALYZE"));
        }
    }

    /** Into a new school each time; making that is not timed. */
    private static final class Front implements Race.Variant {
        private final OwnDatabase database;
        private UUID id = new UUID(0, 0);

        Front(OwnDatabase database) {
            this.database = database;
        }

        @Override
        public void run(int learners) {}

        @Override
        public double nanos(int learners) throws Exception {
            id = UUID.randomUUID();
            try (LibrarySchool school = new LibrarySchool(database.schools().create(id))) {
                long from = System.nanoTime();
                school.load(learners, EACH);
                return System.nanoTime() - from;
            }
        }

        @Override
        public void finish() {
            database.schools().remove(id);
        }
    }

    private static final class Bare implements Race.Variant {
        private final OwnDatabase database;
        private final Map<String, byte[]> rows = new LinkedHashMap<>();
        private final UUID id = UUID.randomUUID();

        /** Has what a load of so many wrote, as COPY takes it in again. */
        Bare(OwnDatabase database, int learners) throws Exception {
            this.database = database;
            UUID loaded = UUID.randomUUID();
            try (LibrarySchool school = new LibrarySchool(database.schools().create(loaded));
                    Connection connection = database.pool().getConnection()) {
                school.load(learners, EACH);
                for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    copies(connection)
                            .copyOut(
                                    "COPY (SELECT CAST('" + id + "' AS uuid), " + table.getValue() + " FROM portfolio."
                                            + table.getKey() + " WHERE school = '" + loaded
                                            + "') TO STDOUT (FORMAT binary)",
                                    out);
                    rows.put(table.getKey(), out.toByteArray());
                }
            }
            database.schools().remove(loaded);
        }

        private static CopyManager copies(Connection connection) throws Exception {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        }

        @Override
        public void run(int learners) throws Exception {
            try (Connection connection = database.pool().getConnection()) {
                connection.setAutoCommit(false);
                for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                    copies(connection)
                            .copyIn(
                                    "COPY portfolio." + table.getKey() + " (school, " + COLUMNS.get(table.getKey())
                                            + ") FROM STDIN (FORMAT binary)",
                                    new ByteArrayInputStream(table.getValue()));
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        }

        @Override
        public void finish() {
            database.schools().remove(id);
        }
    }
}
