package org.eportfolio.benchmarks.side;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.School;

/**
 * The same work of one class in a small school and in a very large one, both open at once; and what the large one holds
 * of the heap. Both know the same classes, so neither remembers more than the other.
 */
final class Growth implements Chapter {
    private static final String SMALL = "small";
    private static final String LARGE = "large";
    private static final int EACH = 60;

    private interface Step {
        void in(LibrarySchool school, int number) throws Exception;
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int few = course.sized(30, 990, 990);
        int many = course.sized(60, 100_000, 1_000_000);
        int each = course.sized(6, EACH, EACH);
        int known = few / School.CLASS;
        int entries = course.sized(1, 3, 3);
        double empty = emptyHeap(course);
        try (LibrarySchool large = new LibrarySchool(course.fresh("large.db"))) {
            large.fillWidely(many, each, known, entries);
            for (int i = 0; i < few; i++) large.readDossier(i);
            for (int i = 0; i < known; i++) large.matrix(i);
            double held = usedMiB() - empty;
            table.add(Row.of(
                            "heap after GC with " + many
                                    + " learners on file and what was read of them, above an empty one",
                            "MiB",
                            held)
                    .must(Bound.atMost(16)));
            try (LibrarySchool small = new LibrarySchool(course.fresh("small.db"))) {
                small.fillWidely(few, each, known, entries);
                Map<String, LibrarySchool> both = new LinkedHashMap<>();
                both.put(SMALL, small);
                both.put(LARGE, large);
                grown("a dossier", 1.3, both, course, few, (s, i) -> s.readDossier(i % few), few, many, table);
                grown("a matrix", 1.2, both, course, 100, (s, i) -> s.matrix(i % known), few, many, table);
                grown(
                        "a class-wide entry",
                        1.2,
                        both,
                        course,
                        15,
                        (s, i) -> s.positionClass(i % known, i),
                        few,
                        many,
                        table);
                grown("a positioning", 1.2, both, course, 60, (s, i) -> s.position(i % few, i), few, many, table);
            }
        }
        course.clear("large.db");
        course.clear("small.db");
    }

    private static void grown(
            String work,
            double most,
            Map<String, LibrarySchool> both,
            Course course,
            int times,
            Step step,
            int few,
            int many,
            Table table)
            throws Exception {
        Race race = new Race();
        both.forEach((name, school) -> {
            int[] turn = new int[1];
            race.with(name, count -> {
                for (int i = 0; i < count; i++) step.in(school, turn[0]++);
            });
        });
        Map<String, Double> nanos = course.race(race, times);
        double small = nanos.getOrDefault(SMALL, Double.NaN);
        double large = nanos.getOrDefault(LARGE, Double.NaN);
        table.add(Row.of(work + ", from " + few + " to " + many + " learners", "×", large / small)
                .must(Bound.atMost(most))
                .aim(Bound.atMost(1.15))
                .note(String.format(
                        Locale.ROOT,
                        "%.0f µs, then %.0f µs; loaded by learner, a class's learners far apart",
                        small / 1_000,
                        large / 1_000)));
    }

    @SuppressWarnings("try") // it need only be open
    private static double emptyHeap(Course course) throws Exception {
        double used;
        try (LibrarySchool empty = new LibrarySchool(course.fresh("empty.db"))) {
            used = usedMiB();
        }
        course.clear("empty.db");
        return used;
    }

    private static double usedMiB() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }
}
