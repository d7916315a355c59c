package org.eportfolio.benchmarks.side;

import java.util.Map;
import org.eportfolio.dossier.Production;
import org.eportfolio.sqlite.SqliteStore;

/**
 * Search beside a bare FTS5 query over the same texts, and what the index costs a commit beside the library without it.
 * FTS5 also writes, as the index that the token table was chosen over.
 */
final class Searching implements Chapter {
    private static final String LIBRARY = "library";
    private static final String BESIDE = "beside";
    private static final int TEXTS = 2;
    private static final int GROWN = 10;
    private static final int REVISED = 150;

    @Override
    public void measure(Course course, Table table) throws Exception {
        int learners = course.sized(60, 10_000, 10_000);
        try (SearchedSchool school = new SearchedSchool(SqliteStore.open(course.fresh("s.db")), learners, TEXTS);
                BareTexts bare = new BareTexts(course.fresh("fts.db"), learners, TEXTS)) {
            int times = course.sized(3, 1_500, 1_500);
            for (int place : new int[] {30, 300, 3_000}) {
                String query = Prose.word(place) + " " + Prose.word(place + 7) + " ";
                String any = Prose.word(place) + " OR " + Prose.word(place + 7);
                table.add(Turns.of(times, i -> school.searchEverywhere(query), i -> bare.search(any))
                        .byClock("a query over " + learners + " dossiers, two words at place " + place)
                        .beside("FTS5")
                        .must(Bound.ofJdbc(3)));
            }
            String query = Prose.word(300) + " " + Prose.word(307) + " ";
            String any = Prose.word(300) + " OR " + Prose.word(307);
            table.add(Turns.of(times, i -> school.searchInClass(query, i), i -> bare.search(any))
                    .byClock("a query over a class of them")
                    .beside("FTS5 over all"));
        }
        commits(course, table);
        for (String each : new String[] {"s.db", "fts.db", "with.db", "without.db", "fts2.db"}) course.clear(each);
    }

    private static void commits(Course course, Table table) throws Exception {
        int learners = course.sized(60, 300, 300);
        try (SearchedSchool with = new SearchedSchool(SqliteStore.open(course.fresh("with.db")), learners, GROWN);
                SearchedSchool without = new SearchedSchool(
                        new Unindexed(SqliteStore.open(course.fresh("without.db"))), learners, GROWN);
                BareTexts bare = new BareTexts(course.fresh("fts2.db"), learners, GROWN)) {
            int times = course.sized(6, 1_440, 1_440);
            Turns turns = Turns.of(times, with::position, without::position);
            table.add(turns.byClock("a positioning, beside an index")
                    .beside("without index")
                    .must(Bound.ofJdbc(1.03)));
            table.add(turns.byProcessor("a positioning, beside an index, processor")
                    .beside("without index"));
            turns = Turns.of(times, i -> with.add(i, SearchedSchool.WORDS), i -> without.add(i, SearchedSchool.WORDS));
            table.add(turns.byClock("a new text of 40 words, indexed")
                    .beside("without index")
                    .must(Bound.ofJdbc(1.6))
                    .aim(Bound.ofJdbc(1.3)));
            table.add(turns.byProcessor("a new text of 40 words, indexed, processor, with the segments made meanwhile")
                    .beside("without index"));
            Production[] revised = {with.add(0, REVISED), without.add(0, REVISED)};
            turns = Turns.of(
                    times / 3,
                    i -> revised[0] = with.revise(revised[0], 0, REVISED),
                    i -> revised[1] = without.revise(revised[1], 0, REVISED));
            table.add(turns.byClock("a text of 150 words revised, indexed")
                    .beside("without index")
                    .must(Bound.ofJdbc(3)));
            table.add(row(
                            "a text of 150 words removed, indexed",
                            course.race(new Race().with(LIBRARY, removing(with)).with(BESIDE, removing(without)), 50))
                    .beside("without index"));
            long[] next = {1_000_000};
            Race writes = new Race()
                    .with("insert", times(i -> bare.insert(next[0]++, "", Prose.text(SearchedSchool.WORDS, next[0]))))
                    .with("update", times(i -> bare.update(1 + i % 500, Prose.text(REVISED, next[0]++))));
            Map<String, Double> nanos = course.race(writes, 50);
            table.add(Row.of("FTS5 alone, a text of 40 words more", "µs", nanos.getOrDefault("insert", 0.0) / 1_000));
            table.add(
                    Row.of("FTS5 alone, a text of 150 words revised", "µs", nanos.getOrDefault("update", 0.0) / 1_000));
        }
    }

    private static Race.Variant times(Turns.Step step) {
        int[] turn = new int[1];
        return count -> {
            for (int i = 0; i < count; i++) step.at(turn[0]++);
        };
    }

    /** Only the removal is timed. */
    private static Race.Variant removing(SearchedSchool school) {
        return new Race.Variant() {
            @Override
            public void run(int times) {}

            @Override
            public double nanos(int times) {
                double nanos = 0;
                for (int i = 0; i < times; i++) {
                    Production production = school.add(i, REVISED);
                    long from = System.nanoTime();
                    school.remove(production, i);
                    nanos += System.nanoTime() - from;
                }
                return nanos;
            }
        };
    }

    private static Row row(String work, Map<String, Double> nanos) {
        return Row.of(work, "µs", micros(nanos, LIBRARY), micros(nanos, BESIDE), Double.NaN);
    }

    private static double micros(Map<String, Double> nanos, String variant) {
        return nanos.getOrDefault(variant, Double.NaN) / 1_000;
    }
}
