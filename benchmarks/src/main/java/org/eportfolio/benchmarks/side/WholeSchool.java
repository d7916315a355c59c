package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eportfolio.benchmarks.side.school.LibrarySchool;

/**
 * What a head or a host waits for, on a school that was loaded at once: the journal verified, beside reading the same bodies
 * through JDBC and their SHA-256; and the check, which also looks through what records name, beside the verification.
 */
final class WholeSchool implements Chapter {
    private static final String FILE = "whole-school.db";
    private static final List<String> BODIES = List.of(
            "SELECT body FROM record ORDER BY scope, kind, id", "SELECT body FROM entry ORDER BY scope, number");

    @Override
    public void measure(Course course, Table table) throws Exception {
        int learners = course.sized(20, 5_000, 20_000);
        int assessments = course.sized(3, BulkLoad.EACH, BulkLoad.EACH);
        Path file = course.fresh(FILE);
        try (LibrarySchool school = new LibrarySchool(file)) {
            school.load(learners, assessments);
            try (Connection bare = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                int rounds = course.sized(1, 3, 3);
                Map<String, Double> nanos = new Race()
                        .with("verify", times -> school.verify())
                        .with("check", times -> school.check())
                        .with("hash", times -> hash(bare))
                        .run(course.sized(0, 1, 1), rounds, 1);
                String work = " of " + learners + " learners, " + learners * assessments + " assessments";
                table.add(Row.millis("`journal verify`" + work, nanos, "verify", "hash")
                        .beside("reading and SHA-256")
                        .must(Bound.ofJdbc(3))
                        .aim(Bound.ofJdbc(2)));
                table.add(Row.millis("`check`" + work, nanos, "check", "verify")
                        .beside("verify")
                        .must(Bound.ofJdbc(1.3))
                        .aim(Bound.ofJdbc(1.1)));
            }
        }
        course.clear(FILE);
    }

    private static void hash(Connection bare) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String bodies : BODIES) {
            try (Statement statement = bare.createStatement();
                    ResultSet rows = statement.executeQuery(bodies)) {
                while (rows.next()) digest.update(rows.getBytes(1));
            }
        }
    }
}
