package org.eportfolio.benchmarks.side.school;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Role;

/** Rows of hand-written JDBC, read into the domain's own records. */
final class JdbcReading {
    private final JdbcSession session;
    private final AdoptionId adoption;

    JdbcReading(JdbcSession session, AdoptionId adoption) {
        this.session = session;
        this.adoption = adoption;
    }

    record Cell(Outcome outcome, LevelId level, LocalDate observedOn) {}

    /** Row by row into the domain's own records. */
    int dossier(byte[] id) throws SQLException {
        long key;
        DossierId dossier;
        PersonId learner;
        PreparedStatement select = session.prepared("SELECT key, id, learner FROM dossier WHERE id = ?");
        select.setBytes(1, id);
        try (ResultSet row = select.executeQuery()) {
            row.next();
            key = row.getLong(1);
            dossier = new DossierId(JdbcSession.uuid(row.getBytes(2)));
            learner = PersonId.of(row.getString(3));
        }
        return productions(key, dossier, learner).size()
                + assessments(key, dossier).size()
                + goals(key, dossier).size();
    }

    private List<Production> productions(long key, DossierId dossier, PersonId learner) throws SQLException {
        PreparedStatement select =
                session.prepared("SELECT p.id, p.number, p.title, p.description, p.competencies, p.language, p.at,"
                        + " q.kind, q.text FROM production p LEFT JOIN piece q ON q.dossier = p.dossier AND q.production = p.id"
                        + " AND q.number = p.number WHERE p.dossier = ? ORDER BY p.id, p.number, q.n");
        select.setLong(1, key);
        List<Production> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<Code> competencies = new ArrayList<>();
                for (String each : row.getString(5).split(",")) competencies.add(Code.of(each));
                String text = row.getString(9);
                List<Piece> pieces = text == null
                        ? List.of()
                        : List.of(row.getInt(8) == 2 ? new Piece.Text(text) : new Piece.Link(URI.create(text), null));
                all.add(new Production(
                        new ProductionId(JdbcSession.uuid(row.getBytes(1))),
                        dossier,
                        learner,
                        List.of(new Version(
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                competencies,
                                pieces,
                                row.getString(6),
                                null,
                                JdbcSession.instant(row.getLong(7)),
                                null,
                                null)),
                        null,
                        1));
            }
        }
        return all;
    }

    private List<Assessment> assessments(long key, DossierId dossier) throws SQLException {
        PreparedStatement select = session.prepared(
                "SELECT id, competency, perspective, outcome, level, author, role,"
                        + " observed_on, recorded_at, because, strengths, gaps, imported FROM assessment WHERE dossier = ? ORDER BY id");
        select.setLong(1, key);
        List<Assessment> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) all.add(assessment(row, dossier));
        }
        return all;
    }

    private Assessment assessment(ResultSet row, DossierId dossier) throws SQLException {
        return new Assessment(
                new AssessmentId(JdbcSession.uuid(row.getBytes(1))),
                dossier,
                adoption,
                Code.of(row.getString(2)),
                Perspective.values()[row.getInt(3)],
                Outcome.values()[row.getInt(4)],
                LevelId.of(row.getString(5)),
                PersonId.of(row.getString(6)),
                Role.values()[row.getInt(7)],
                LocalDate.ofEpochDay(row.getLong(8)),
                JdbcSession.instant(row.getLong(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                List.of(),
                null,
                null,
                row.getInt(13) == 1);
    }

    private List<Goal> goals(long key, DossierId dossier) throws SQLException {
        Map<UUID, List<Step>> steps = new HashMap<>();
        PreparedStatement select =
                session.prepared("SELECT goal, text, done FROM step WHERE dossier = ? ORDER BY goal, n");
        select.setLong(1, key);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                steps.computeIfAbsent(JdbcSession.uuid(row.getBytes(1)), goal -> new ArrayList<>())
                        .add(new Step(row.getString(2), row.getInt(3) == 1));
            }
        }
        select = session.prepared(
                "SELECT id, competency, target, due_on, status, set_at, revision FROM goal WHERE dossier = ?"
                        + " ORDER BY id");
        select.setLong(1, key);
        List<Goal> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = JdbcSession.uuid(row.getBytes(1));
                all.add(new Goal(
                        new GoalId(id),
                        dossier,
                        adoption,
                        Code.of(row.getString(2)),
                        LevelId.of(row.getString(3)),
                        LocalDate.ofEpochDay(row.getLong(4)),
                        steps.getOrDefault(id, List.of()),
                        Goal.Status.values()[row.getInt(5)],
                        null,
                        null,
                        null,
                        JdbcSession.instant(row.getLong(6)),
                        row.getInt(7)));
            }
        }
        return all;
    }

    int matrix(int cohort) throws SQLException {
        PreparedStatement select = session.prepared(
                "SELECT d.learner, c.competency, c.outcome, c.level, c.observed_on FROM member m"
                        + " JOIN dossier d ON d.key = m.dossier LEFT JOIN current_level c ON c.dossier = m.dossier WHERE m.cohort = ?");
        select.setLong(1, cohort);
        Map<PersonId, Map<Code, Cell>> lines = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<Code, Cell> line = lines.computeIfAbsent(PersonId.of(row.getString(1)), learner -> new HashMap<>());
                String competency = row.getString(2);
                if (competency == null) continue;
                line.put(
                        Code.of(competency),
                        new Cell(
                                Outcome.values()[row.getInt(3)],
                                LevelId.of(row.getString(4)),
                                LocalDate.ofEpochDay(row.getLong(5))));
            }
        }
        return lines.size();
    }

    Production production(byte[] dossier, byte[] id) throws SQLException {
        PreparedStatement select =
                session.prepared("SELECT p.id, p.number, p.title, p.description, p.competencies, p.language, p.at,"
                        + " q.kind, q.text, d.learner FROM dossier d JOIN production p ON p.dossier = d.key LEFT JOIN piece q"
                        + " ON q.dossier = p.dossier AND q.production = p.id AND q.number = p.number"
                        + " WHERE d.id = ? AND p.id = ? ORDER BY p.number, q.n");
        select.setBytes(1, dossier);
        select.setBytes(2, id);
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return new Production(
                    new ProductionId(JdbcSession.uuid(row.getBytes(1))),
                    new DossierId(JdbcSession.uuid(dossier)),
                    PersonId.of(row.getString(10)),
                    List.of(new Version(
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            List.of(Code.of(row.getString(5))),
                            List.of(new Piece.Text(row.getString(9))),
                            row.getString(6),
                            null,
                            JdbcSession.instant(row.getLong(7)),
                            null,
                            null)),
                    null,
                    1);
        }
    }
}
