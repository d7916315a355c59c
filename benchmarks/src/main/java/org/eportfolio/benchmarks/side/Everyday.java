package org.eportfolio.benchmarks.side;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.benchmarks.side.school.HibernateSchool;
import org.eportfolio.benchmarks.side.school.JdbcSchool;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.School;

/** What is read and written all day long, in three schools of the same size. */
final class Everyday implements Chapter {
    /** In quick runs there is but one class, and nothing is ever forgotten. */
    private static final int CLASSES = 20;
    /** The classes asked for; reading the dossiers of the others makes core forget these, as long as it remembers fewer
     * than 30,000 records. */
    private static final int ASKED = 8;

    private int learners;
    private int asked;

    /** What a variant does once; the number goes on from round to round. */
    private interface Step {
        void in(School school, int number) throws Exception;
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        learners = course.sized(1, CLASSES, CLASSES) * School.CLASS;
        asked = course.sized(1, ASKED, ASKED);
        try (School library = new LibrarySchool(course.fresh("library.db"));
                School jdbc = new JdbcSchool(course.fresh("jdbc.db"));
                School hibernate = new HibernateSchool(course.fresh("hibernate.db"))) {
            Map<String, School> schools = new LinkedHashMap<>();
            schools.put(Row.LIBRARY, library);
            schools.put(Row.JDBC, jdbc);
            schools.put(Row.HIBERNATE, hibernate);
            for (School each : schools.values()) course.fill(each, learners);
            reading(schools, course, table);
            writing(schools, course, table);
            new Positionings(schools, learners).measure(course, table);
        }
        for (String each : new String[] {"library.db", "jdbc.db", "hibernate.db"}) course.clear(each);
    }

    private void reading(Map<String, School> schools, Course course, Table table) throws Exception {
        table.add(Row.time(
                        "a dossier (40 productions, 60 assessments, 5 goals), more of them than are remembered",
                        remembered(schools, (school, i) -> school.readDossier(i % learners), course, 120))
                .must(Bound.ofJdbc(1.5), Bound.ofHibernate(0.5))
                .aim(Bound.ofJdbc(1)));
        table.add(Row.time(
                        "a dossier, unchanged since the last reading",
                        remembered(schools, (school, i) -> school.readDossier(0), course, 400))
                .must(Bound.ofJdbc(0.3))
                .aim(Bound.ofJdbc(0.12)));
        Bound[] must = {Bound.ofJdbc(1.1), Bound.ofHibernate(1 / 3.0)};
        table.add(Row.time(
                        "a cohort's matrix, 30 x 9, nothing of it remembered",
                        forgotten(schools, (school, i) -> school.matrix(i), course))
                .must(must)
                .aim(Bound.ofJdbc(0.5)));
        table.add(Row.time(
                        "a cohort's matrix, 30 x 9, read before",
                        remembered(schools, (school, i) -> school.matrix(i % asked), course, 100))
                .must(must)
                .aim(Bound.ofJdbc(0.5)));
        table.add(Row.time(
                        "one record by id",
                        remembered(schools, (school, i) -> school.readProduction(i % learners), course, 1_000))
                .must(Bound.ofJdbc(2.5))
                .aim(Bound.ofJdbc(1.5)));
    }

    private void writing(Map<String, School> schools, Course course, Table table) throws Exception {
        // So few that all of their histories are remembered, and enough that none becomes very long.
        int few = Math.min(asked, 3);
        table.add(Row.time(
                        "class-wide entry of 30 positionings, histories not remembered",
                        forgotten(schools, (school, i) -> school.positionClass(i, i), course))
                .must(Bound.ofJdbc(1.4))
                .aim(Bound.ofJdbc(1.2)));
        table.add(Row.time(
                        "class-wide entry of 30 positionings, of classes read before",
                        remembered(schools, (school, i) -> school.positionClass(i % few, i), course, 10))
                .must(Bound.ofJdbc(1.4))
                .aim(Bound.ofJdbc(1.2)));
    }

    private Map<String, Double> remembered(Map<String, School> schools, Step step, Course course, int times)
            throws Exception {
        Race race = new Race();
        schools.forEach((name, school) -> {
            int[] turn = new int[1];
            race.with(name, count -> {
                for (int i = 0; i < count; i++) step.in(school, turn[0]++);
            });
        });
        return course.race(race, times);
    }

    /** Once with each of the classes asked for, which were forgotten before. */
    private Map<String, Double> forgotten(Map<String, School> schools, Step step, Course course) throws Exception {
        Race race = new Race();
        schools.forEach((name, school) -> race.with(name, new Race.Variant() {
            @Override
            public void prepare() throws Exception {
                for (int i = asked * School.CLASS; i < learners; i++) school.readDossier(i);
            }

            @Override
            public void run(int times) throws Exception {
                for (int i = 0; i < times; i++) step.in(school, i);
            }
        }));
        return course.race(race, asked);
    }
}
