package org.eportfolio.benchmarks.side.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.benchmarks.side.Bound;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.benchmarks.side.Turns;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.School;
import org.eportfolio.id.DossierId;

/**
 * What is done all day, in a database of many schools beside one of ten, call by call in turns; and what is read when nothing is
 * remembered, beside the same rows read by bare pgjdbc, which decodes none of them.
 */
public final class PostgresGrowth implements Chapter {
    private static final int FEW = 10;
    private static final int PRODUCTIONS = 10;
    private static final int ASSESSMENTS = 20;
    /** So that one school after the other is not the neighbour of the one before. */
    private static final int STRIDE = 7_919;

    private static final String ROW_BY_ROW = "pgjdbc, row by row";

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        int many = course.sized(FEW + 2, 1_000, 5_000);
        try (Schools small = new Schools("portfolio_few", FEW);
                Schools large = new Schools("portfolio_many", many)) {
            int times = course.sized(3, 300, 300);
            Turns turns = both(times, small, large, Schools::position);
            grown("a positioning, remembered", table, many, turns);
            grown("a dossier, nothing of it remembered", table, many, both(times, small, large, Schools::readDossier));
            grown("a matrix 30 × 9, nothing of it remembered", table, many, both(times, small, large, Schools::matrix));
            table.add(besideBare(times, large, Schools::readDossier, Schools::bareDossier)
                    .byClock("a dossier, nothing of it remembered")
                    .beside(ROW_BY_ROW)
                    .must(Bound.ofJdbc(1.3))
                    .note("their bodies as text; the library also decodes " + (PRODUCTIONS + ASSESSMENTS)
                            + " records"));
            table.add(besideBare(times, large, Schools::matrix, Schools::bareMatrix)
                    .byClock("a matrix 30 × 9, nothing of it remembered")
                    .beside(ROW_BY_ROW)
                    .must(Bound.ofJdbc(1.2))
                    .note("the thirty cards alone, as text"));
            table.add(besideBare(times, large, Schools::matrix, Schools::bareMatrixRows)
                    .byClock("the same, beside all rows that it reads")
                    .beside(ROW_BY_ROW)
                    .note("thirty dossiers, the ends of their chains, thirty cards: undecoded, and no matrix"));
        }
    }

    private interface Step {
        void in(Schools schools, int number) throws Exception;
    }

    private static Turns both(int times, Schools small, Schools large, Step step) throws Exception {
        return Turns.of(
                times,
                i -> {
                    small.open(i);
                    large.open(i);
                },
                i -> step.in(large, i),
                i -> step.in(small, i));
    }

    private static Turns besideBare(int times, Schools schools, Step library, Step bare) throws Exception {
        return Turns.of(times, schools::open, i -> library.in(schools, i), i -> bare.in(schools, i));
    }

    private static void grown(String work, Table table, int many, Turns turns) {
        String beside = FEW + " schools";
        table.add(turns.byClock(work + ", among " + many + " schools")
                .beside(beside)
                .must(Bound.ofJdbc(1.15))
                .aim(Bound.ofJdbc(1.05)));
        table.add(turns.byProcessor(work + ", processor").beside(beside));
    }

    /** So many schools of a class each, in a database of their own, of which one is open at a time and has just been opened. */
    private static final class Schools implements AutoCloseable {
        private final OwnDatabase database;
        private final List<UUID> ids = new ArrayList<>();
        private final List<LibrarySchool.Known> known = new ArrayList<>();
        private LibrarySchool open;
        private int place;

        Schools(String name, int count) throws Exception {
            database = OwnDatabase.create(name, 4);
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                try (LibrarySchool school = new LibrarySchool(database.schools().create(id))) {
                    school.fill(School.CLASS, PRODUCTIONS, ASSESSMENTS, 0);
                    ids.add(id);
                    known.add(school.known());
                }
            }
            database.run("VACUUM ANALYZE", "CHECKPOINT");
            open = new LibrarySchool(database.schools().school(ids.get(0)), known.get(0));
        }

        /** What belongs to the whole school is remembered then, and one dossier, which is not measured. */
        void open(int number) throws Exception {
            open.close();
            place = number * STRIDE % ids.size();
            open = new LibrarySchool(database.schools().school(ids.get(place)), known.get(place));
            open.readDossier(0);
            open.position(1, number);
        }

        void position(int number) {
            open.position(1, number + 1);
        }

        void readDossier(int number) {
            if (open.readDossier(2 + number % (School.CLASS - 2)) < PRODUCTIONS + ASSESSMENTS) {
                throw new IllegalStateException("records are missing");
            }
        }

        void matrix(int number) {
            if (open.matrix(0) != School.CLASS) throw new IllegalStateException("lines are missing");
        }

        void bareDossier(int number) throws SQLException {
            UUID dossier = known.get(place)
                    .dossiers()
                    .get(2 + number % (School.CLASS - 2))
                    .value();
            int rows = 0;
            for (String kind : List.of("production", "assessment", "goal")) rows += rows(kind, List.of(dossier));
            if (rows < PRODUCTIONS + ASSESSMENTS) throw new IllegalStateException("rows: " + rows);
        }

        void bareMatrix(int number) throws SQLException {
            List<UUID> dossiers =
                    known.get(place).dossiers().stream().map(DossierId::value).toList();
            if (rows("levels", dossiers) != School.CLASS) throw new IllegalStateException("cards are missing");
        }

        void bareMatrixRows(int number) throws SQLException {
            List<UUID> dossiers =
                    known.get(place).dossiers().stream().map(DossierId::value).toList();
            int found = rows("dossier", dossiers) + ends(dossiers) + rows("levels", dossiers);
            if (found != 3 * School.CLASS) throw new IllegalStateException("rows: " + found);
        }

        private int ends(List<UUID> scopes) throws SQLException {
            try (Connection connection = database.pool().getConnection();
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT scope, length, hash FROM portfolio.head WHERE school = ? AND scope = ANY (?)")) {
                statement.setObject(1, ids.get(place));
                statement.setArray(2, connection.createArrayOf("uuid", scopes.toArray()));
                int rows = 0;
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) if (found.getBytes(3) != null && found.getObject(1) != null) rows++;
                }
                return rows;
            }
        }

        private int rows(String kind, List<UUID> scopes) throws SQLException {
            int rows = 0;
            try (Connection connection = database.pool().getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT id, body, keys FROM portfolio.record"
                                    + " WHERE school = ? AND scope = ANY (?) AND kind = ? ORDER BY id")) {
                statement.setObject(1, ids.get(place));
                statement.setArray(2, connection.createArrayOf("uuid", scopes.toArray()));
                statement.setString(3, kind);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) if (found.getString(2) != null && found.getObject(1) != null) rows++;
                }
            }
            return rows;
        }

        @Override
        public void close() throws SQLException {
            open.close();
            database.close();
        }
    }
}
