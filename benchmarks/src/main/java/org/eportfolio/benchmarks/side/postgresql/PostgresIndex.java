package org.eportfolio.benchmarks.side.postgresql;

import java.util.UUID;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Row;
import org.eportfolio.benchmarks.side.SearchedSchool;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.benchmarks.side.Turns;
import org.eportfolio.benchmarks.side.Unindexed;

/**
 * What the index of words costs in PostgreSQL: a new text beside the same over a store whose index is not used, and beside tables
 * without the index by school and token; in the processor's time of the server's process, in the log that is written, and in room.
 */
public final class PostgresIndex implements Chapter {
    private static final int LEARNERS = 60;
    private static final int TEXTS = 10;
    private static final double MEGA = 1e6;

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        int learners = course.sized(3, LEARNERS, LEARNERS);
        int texts = course.sized(1, TEXTS, TEXTS);
        try (Indexed with = new Indexed("portfolio_words", learners, texts, true);
                Indexed fewer = new Indexed("portfolio_fewer_words", learners, texts, true);
                Indexed without = new Indexed("portfolio_no_words", learners, texts, false)) {
            fewer.database.run("DROP INDEX portfolio.token_words");
            int times = course.sized(6, 600, 600);
            beside("an index of words", "without index", times, table, with, without);
            beside("the index by school and token", "without it", times, table, with, fewer);
            table.add(Row.of("log of a new text of 40 words", "kB", with.log(times), without.log(times), Double.NaN)
                    .beside("without index"));
            table.add(Row.of("the same", "kB", with.log(times), fewer.log(times), Double.NaN)
                    .beside("without the index by school and token"));
            with.database.run("VACUUM ANALYZE");
            double records = with.bytes("pg_total_relation_size('portfolio.record')");
            for (String part : new String[] {
                "pg_relation_size('portfolio.token')",
                "pg_relation_size('portfolio.token_pkey')",
                "pg_relation_size('portfolio.token_words')",
                "pg_total_relation_size('portfolio.indexed')"
            }) {
                table.add(Row.of(part, "MB", with.bytes(part), records, Double.NaN)
                        .beside("records"));
            }
        }
    }

    private static void beside(String work, String other, int times, Table table, Indexed one, Indexed two)
            throws Exception {
        one.begin();
        two.begin();
        Turns turns = Turns.of(times, one::add, two::add);
        table.add(turns.byClock("a new text of 40 words, beside " + work).beside(other));
        table.add(turns.byProcessor("the same, processor of the client").beside(other));
        table.add(Row.of("the same, processor of the server", "µs", one.micros(), two.micros(), Double.NaN)
                .beside(other));
    }

    /** A school of texts in a database with one connection, whose process at the server can be told. */
    private static final class Indexed implements AutoCloseable {
        final OwnDatabase database;
        private final SearchedSchool school;
        /** Nanoseconds of the server's process, for so many texts. */
        private long spent;

        private int count;

        Indexed(String name, int learners, int texts, boolean used) throws Exception {
            database = OwnDatabase.create(name, 1);
            var store = database.schools().create(UUID.randomUUID());
            school = new SearchedSchool(used ? store : new Unindexed(store), learners, texts);
        }

        void add(int number) throws Exception {
            long before = database.processorNanos();
            school.add(number, SearchedSchool.WORDS);
            long nanos = database.processorNanos() - before;
            spent += nanos;
            count++;
        }

        void begin() {
            spent = 0;
            count = 0;
        }

        /** For one text, on average. */
        double micros() {
            return spent / 1_000.0 / count;
        }

        /** Kilobytes for one text. */
        double log(int times) throws Exception {
            String place = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";
            double before = database.number(place);
            for (int i = 0; i < times; i++) school.add(i, SearchedSchool.WORDS);
            return (database.number(place) - before) / 1_000 / times;
        }

        double bytes(String of) throws Exception {
            return database.number("SELECT " + of) / MEGA;
        }

        @Override
        public void close() throws Exception {
            school.close();
            database.close();
        }
    }
}
