package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import org.eportfolio.benchmarks.side.school.ClassesOfOneTeacher;
import org.eportfolio.benchmarks.side.school.School;

/**
 * One class of 600 beside 20 classes of 30, in schools of the same size with nothing remembered: what grows faster than a class
 * does shows here. And the notices that a teacher gets of a week of 600 learners, beside reading the same rows.
 */
final class LargeClass implements Chapter {
    private static final String LARGE = "one-class.db";
    private static final String SMALL = "many-classes.db";
    private static final String ROWS = "SELECT r.body FROM record r JOIN kind k ON k.key = r.kind"
            + " WHERE k.name IN ('membership', 'dossier', 'interview')";

    private interface Work {
        void in(ClassesOfOneTeacher school, int number);
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int classes = course.sized(2, 20, 20);
        Path large = course.fresh(LARGE);
        ClassesOfOneTeacher.fill(large, 1, classes * School.CLASS);
        Path small = course.fresh(SMALL);
        ClassesOfOneTeacher.fill(small, classes, School.CLASS);
        try (ClassesOfOneTeacher one = new ClassesOfOneTeacher(large);
                ClassesOfOneTeacher many = new ClassesOfOneTeacher(small)) {
            race("matrix", course.sized(3, 60, 60), (school, i) -> school.matrices(), one, many, table);
            race("queue", course.sized(3, 30, 30), (school, i) -> school.queues(), one, many, table);
            week(course, one, large, table);
            race("year begun", course.sized(3, 12, 12), ClassesOfOneTeacher::years, one, many, table);
        }
        course.clear(LARGE);
        course.clear(SMALL);
    }

    private static void race(
            String name, int times, Work work, ClassesOfOneTeacher one, ClassesOfOneTeacher many, Table table)
            throws Exception {
        Turns turns = Turns.of(
                times,
                i -> {
                    one.reopen();
                    many.reopen();
                },
                i -> work.in(one, i),
                i -> work.in(many, i));
        table.add(turns.byProcessor(name + " of one class of 600, nothing remembered")
                .beside("20 classes of 30")
                .must(Bound.ofJdbc(1.1))
                .aim(Bound.ofJdbc(1)));
    }

    private static void week(Course course, ClassesOfOneTeacher one, Path file, Table table) throws Exception {
        try (Connection bare = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            LocalDate today = LocalDate.now();
            Turns turns = Turns.of(course.sized(3, 60, 60), i -> one.reopen(), i -> one.week(today), i -> read(bare));
            table.add(turns.byProcessor("what falls on a teacher's week with 600 learners, nothing remembered")
                    .beside("reading their rows")
                    .must(Bound.ofJdbc(3)));
        }
    }

    private static void read(Connection bare) throws Exception {
        try (Statement statement = bare.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            while (rows.next()) {
                if (rows.getString(1).isEmpty()) throw new IllegalStateException("a row without a body");
            }
        }
    }
}
