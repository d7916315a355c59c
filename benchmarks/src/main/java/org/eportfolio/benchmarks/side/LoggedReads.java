package org.eportfolio.benchmarks.side;

import java.util.Map;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.School;

/** What it costs a reading that who read the dossier is kept: the library with the log beside the library without it. */
final class LoggedReads implements Chapter {
    private static final String WITH = "with";
    private static final String WITHOUT = "without";
    private static final int CLASSES = 20;

    private interface Step {
        void in(School school, int number) throws Exception;
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int learners = course.sized(1, CLASSES, CLASSES) * School.CLASS;
        try (School with = LibrarySchool.keepingReadings(course.fresh("logged.db"));
                School without = new LibrarySchool(course.fresh("unlogged.db"))) {
            for (School each : new School[] {with, without}) course.fill(each, learners);
            table.add(row(
                    "a dossier, its readings kept, more of them than are remembered",
                    race(with, without, (school, i) -> school.readDossier(i % learners), course, 120)));
            table.add(row(
                    "a dossier, its readings kept, unchanged since the last reading",
                    race(with, without, (school, i) -> school.readDossier(0), course, 400)));
            table.add(row(
                    "a cohort's matrix, 30 x 9, read before, its readings kept",
                    race(with, without, (school, i) -> school.matrix(0), course, 100)));
        }
        for (String each : new String[] {"logged.db", "unlogged.db"}) course.clear(each);
    }

    private static Map<String, Double> race(School with, School without, Step step, Course course, int times)
            throws Exception {
        Race race = new Race();
        Map.of(WITH, with, WITHOUT, without).forEach((name, school) -> {
            int[] turn = new int[1];
            race.with(name, count -> {
                for (int i = 0; i < count; i++) step.in(school, turn[0]++);
            });
        });
        return course.race(race, times);
    }

    private static Row row(String work, Map<String, Double> nanos) {
        return Row.of(work, "µs", micros(nanos, WITH), micros(nanos, WITHOUT), Double.NaN)
                .beside("without the log")
                .must(Bound.ofJdbc(1.1));
    }

    private static double micros(Map<String, Double> nanos, String variant) {
        return nanos.getOrDefault(variant, Double.NaN) / 1_000;
    }
}
