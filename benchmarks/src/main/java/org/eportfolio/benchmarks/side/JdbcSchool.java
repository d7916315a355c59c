package org.eportfolio.benchmarks.side;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

/**
 * What a careful host would write by hand: typed columns, tables clustered by dossier, times as integers, ids as blobs,
 * current levels beside the history, a chained journal, one locked connection whose statements are kept. No rights are
 * looked at and nothing is checked.
 */
final class JdbcSchool implements AutoCloseable {
    private static final String[] SCHEMA = {
        "CREATE TABLE dossier (key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, learner TEXT NOT NULL, adoption BLOB NOT NULL,"
                + " length INTEGER NOT NULL, hash BLOB NOT NULL) STRICT",
        "CREATE TABLE member (cohort INTEGER NOT NULL, dossier INTEGER NOT NULL, PRIMARY KEY (cohort, dossier))"
                + " STRICT, WITHOUT ROWID",
        "CREATE TABLE production (dossier INTEGER NOT NULL, id BLOB NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,"
                + " description TEXT NOT NULL, competencies TEXT NOT NULL, language TEXT, at INTEGER NOT NULL,"
                + " frozen BLOB, PRIMARY KEY (dossier, id, number)) STRICT, WITHOUT ROWID",
        "CREATE TABLE piece (dossier INTEGER NOT NULL, production BLOB NOT NULL, number INTEGER NOT NULL, n INTEGER NOT NULL,"
                + " kind INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (dossier, production, number, n))"
                + " STRICT, WITHOUT ROWID",
        "CREATE TABLE assessment (dossier INTEGER NOT NULL, id BLOB NOT NULL, competency TEXT NOT NULL,"
                + " perspective INTEGER NOT NULL, outcome INTEGER NOT NULL, level TEXT, author TEXT NOT NULL,"
                + " role INTEGER NOT NULL, observed_on INTEGER NOT NULL, recorded_at INTEGER NOT NULL, because TEXT,"
                + " strengths TEXT, gaps TEXT, supersedes BLOB, entry BLOB, imported INTEGER NOT NULL,"
                + " PRIMARY KEY (dossier, id)) STRICT, WITHOUT ROWID",
        "CREATE TABLE goal (dossier INTEGER NOT NULL, id BLOB NOT NULL, competency TEXT NOT NULL, target TEXT NOT NULL,"
                + " due_on INTEGER NOT NULL, status INTEGER NOT NULL, set_at INTEGER NOT NULL, revision INTEGER NOT NULL,"
                + " PRIMARY KEY (dossier, id)) STRICT, WITHOUT ROWID",
        "CREATE TABLE step (dossier INTEGER NOT NULL, goal BLOB NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL,"
                + " done INTEGER NOT NULL, PRIMARY KEY (dossier, goal, n)) STRICT, WITHOUT ROWID",
        "CREATE TABLE current_level (dossier INTEGER NOT NULL, competency TEXT NOT NULL, outcome INTEGER NOT NULL,"
                + " level TEXT, observed_on INTEGER NOT NULL, PRIMARY KEY (dossier, competency)) STRICT, WITHOUT ROWID",
        "CREATE TABLE entry (dossier INTEGER NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL UNIQUE,"
                + " hash BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (dossier, number)) STRICT, WITHOUT ROWID",
    };

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(42);
    final List<byte[]> dossiers = new ArrayList<>();
    private final AdoptionId adoption = new AdoptionId(id());
    private long position;

    JdbcSchool(Path file, boolean tuned) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            if (tuned) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA secure_delete=ON");
            }
            for (String each : SCHEMA) statement.execute(each);
        }
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    void execute(String sql) throws SQLException {
        prepared(sql).execute();
    }

    /** The same facts that {@link LibrarySchool#fill} takes, in one transaction. */
    void fill(int learners, int productions, int assessments, int goals) throws SQLException {
        execute("BEGIN IMMEDIATE");
        for (int i = 0; i < learners; i++) {
            long key = i + 1L;
            byte[] dossier = bytes(id());
            dossiers.add(dossier);
            PreparedStatement insert = prepared("INSERT INTO dossier VALUES (?, ?, ?, ?, 0, zeroblob(32))");
            insert.setLong(1, key);
            insert.setBytes(2, dossier);
            insert.setString(3, Facts.learner(i));
            insert.setBytes(4, bytes(adoption.value()));
            insert.executeUpdate();
            insert = prepared("INSERT INTO member VALUES (?, ?)");
            insert.setLong(1, i / LibrarySchool.CLASS);
            insert.setLong(2, key);
            insert.executeUpdate();
            for (Facts.Work each : Facts.productions(i, productions)) production(key, each);
            for (Facts.Judgement each : Facts.judgements(i, assessments)) judge(key, each);
            for (Facts.Aim each : Facts.goals(i, goals)) goal(key, each);
            journal(key, "{\"act\":\"history.loaded\"}");
        }
        execute("COMMIT");
    }

    private void production(long dossier, Facts.Work work) throws SQLException {
        byte[] id = bytes(id());
        PreparedStatement insert = prepared("INSERT INTO production VALUES (?, ?, 1, ?, '', ?, NULL, ?, NULL)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, work.title());
        insert.setString(4, work.competency());
        insert.setLong(5, micros(Facts.END));
        insert.executeUpdate();
        insert = prepared("INSERT INTO piece VALUES (?, ?, 1, 0, 2, ?)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, work.text());
        insert.executeUpdate();
    }

    private void judge(long dossier, Facts.Judgement each) throws SQLException {
        PreparedStatement insert =
                prepared("INSERT INTO assessment VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, 0)");
        insert.setLong(1, dossier);
        insert.setBytes(2, bytes(id()));
        insert.setString(3, each.competency());
        insert.setInt(4, each.perspective().ordinal());
        insert.setString(5, each.level());
        insert.setString(6, each.author());
        insert.setInt(7, each.role().ordinal());
        insert.setLong(8, each.observedOn().toEpochDay());
        insert.setLong(9, micros(each.recordedAt()));
        insert.setString(10, each.because());
        insert.executeUpdate();
        if (each.perspective() != Perspective.TEACHER) return;
        insert = prepared("INSERT INTO current_level VALUES (?, ?, 0, ?, ?) ON CONFLICT DO UPDATE"
                + " SET outcome = excluded.outcome, level = excluded.level, observed_on = excluded.observed_on");
        insert.setLong(1, dossier);
        insert.setString(2, each.competency());
        insert.setString(3, each.level());
        insert.setLong(4, each.observedOn().toEpochDay());
        insert.executeUpdate();
    }

    private void goal(long dossier, Facts.Aim aim) throws SQLException {
        byte[] id = bytes(id());
        PreparedStatement insert = prepared("INSERT INTO goal VALUES (?, ?, ?, ?, ?, 0, ?, 1)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, aim.competency());
        insert.setString(4, aim.level());
        insert.setLong(5, aim.dueOn().toEpochDay());
        insert.setLong(6, micros(Facts.END));
        insert.executeUpdate();
        for (int n = 0; n < aim.steps().size(); n++) {
            insert = prepared("INSERT INTO step VALUES (?, ?, ?, ?, 0)");
            insert.setLong(1, dossier);
            insert.setBytes(2, id);
            insert.setInt(3, n);
            insert.setString(4, aim.steps().get(n));
            insert.executeUpdate();
        }
    }

    private void journal(long dossier, String body) throws SQLException {
        PreparedStatement select = prepared("SELECT length, hash FROM dossier WHERE key = ?");
        select.setLong(1, dossier);
        long number;
        byte[] hash;
        try (ResultSet row = select.executeQuery()) {
            row.next();
            number = row.getLong(1) + 1;
            hash = row.getBytes(2);
        }
        byte[] next = chained(hash, body);
        PreparedStatement insert = prepared("INSERT INTO entry VALUES (?, ?, ?, ?, ?)");
        insert.setLong(1, dossier);
        insert.setLong(2, number);
        insert.setLong(3, ++position);
        insert.setBytes(4, next);
        insert.setString(5, body);
        insert.executeUpdate();
        PreparedStatement update = prepared("UPDATE dossier SET length = ?, hash = ? WHERE key = ?");
        update.setLong(1, number);
        update.setBytes(2, next);
        update.setLong(3, dossier);
        update.executeUpdate();
    }

    private static byte[] chained(byte[] before, String body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(before);
            return sha.digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Row by row into the domain's own records. */
    synchronized int readDossier(int number) throws SQLException {
        long key;
        DossierId dossier;
        PersonId learner;
        PreparedStatement select = prepared("SELECT key, id, learner FROM dossier WHERE id = ?");
        select.setBytes(1, dossiers.get(number));
        try (ResultSet row = select.executeQuery()) {
            row.next();
            key = row.getLong(1);
            dossier = new DossierId(uuid(row.getBytes(2)));
            learner = PersonId.of(row.getString(3));
        }
        return productions(key, dossier, learner).size()
                + assessments(key, dossier).size()
                + goals(key, dossier).size();
    }

    private List<Production> productions(long key, DossierId dossier, PersonId learner) throws SQLException {
        PreparedStatement select =
                prepared("SELECT p.id, p.number, p.title, p.description, p.competencies, p.language, p.at,"
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
                        new ProductionId(uuid(row.getBytes(1))),
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
                                instant(row.getLong(7)),
                                null)),
                        null,
                        1));
            }
        }
        return all;
    }

    private List<Assessment> assessments(long key, DossierId dossier) throws SQLException {
        PreparedStatement select = prepared(
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
                new AssessmentId(uuid(row.getBytes(1))),
                dossier,
                adoption,
                Code.of(row.getString(2)),
                Perspective.values()[row.getInt(3)],
                Outcome.values()[row.getInt(4)],
                LevelId.of(row.getString(5)),
                PersonId.of(row.getString(6)),
                Role.values()[row.getInt(7)],
                LocalDate.ofEpochDay(row.getLong(8)),
                instant(row.getLong(9)),
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
        PreparedStatement select = prepared("SELECT goal, text, done FROM step WHERE dossier = ? ORDER BY goal, n");
        select.setLong(1, key);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                steps.computeIfAbsent(uuid(row.getBytes(1)), goal -> new ArrayList<>())
                        .add(new Step(row.getString(2), row.getInt(3) == 1));
            }
        }
        select = prepared("SELECT id, competency, target, due_on, status, set_at, revision FROM goal WHERE dossier = ?"
                + " ORDER BY id");
        select.setLong(1, key);
        List<Goal> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = uuid(row.getBytes(1));
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
                        instant(row.getLong(6)),
                        row.getInt(7)));
            }
        }
        return all;
    }

    record Cell(Outcome outcome, LevelId level, LocalDate observedOn) {}

    synchronized int matrix(int cohort) throws SQLException {
        PreparedStatement select = prepared(
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

    synchronized Assessment find(int number, byte[] id) throws SQLException {
        PreparedStatement select =
                prepared("SELECT a.id, a.competency, a.perspective, a.outcome, a.level, a.author, a.role,"
                        + " a.observed_on, a.recorded_at, a.because, a.strengths, a.gaps, a.imported FROM dossier d"
                        + " JOIN assessment a ON a.dossier = d.key WHERE d.id = ? AND a.id = ?");
        select.setBytes(1, dossiers.get(number));
        select.setBytes(2, id);
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return assessment(row, new DossierId(uuid(dossiers.get(number))));
        }
    }

    /** An id of each dossier's first production. */
    synchronized Production production(int number, byte[] id) throws SQLException {
        PreparedStatement select =
                prepared("SELECT p.id, p.number, p.title, p.description, p.competencies, p.language, p.at,"
                        + " q.kind, q.text, d.learner FROM dossier d JOIN production p ON p.dossier = d.key LEFT JOIN piece q"
                        + " ON q.dossier = p.dossier AND q.production = p.id AND q.number = p.number"
                        + " WHERE d.id = ? AND p.id = ? ORDER BY p.number, q.n");
        select.setBytes(1, dossiers.get(number));
        select.setBytes(2, id);
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return new Production(
                    new ProductionId(uuid(row.getBytes(1))),
                    new DossierId(uuid(dossiers.get(number))),
                    PersonId.of(row.getString(10)),
                    List.of(new Version(
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            List.of(Code.of(row.getString(5))),
                            List.of(new Piece.Text(row.getString(9))),
                            row.getString(6),
                            null,
                            instant(row.getLong(7)),
                            null)),
                    null,
                    1);
        }
    }

    synchronized List<byte[]> firstProductions() throws SQLException {
        List<byte[]> ids = new ArrayList<>();
        try (ResultSet row = prepared("SELECT min(id) FROM production GROUP BY dossier ORDER BY dossier")
                .executeQuery()) {
            while (row.next()) ids.add(row.getBytes(1));
        }
        return ids;
    }

    synchronized void position(int number, int i) throws SQLException {
        execute("BEGIN IMMEDIATE");
        positioned(number, i);
        execute("COMMIT");
    }

    synchronized void positionClass(int cohort, int i) throws SQLException {
        execute("BEGIN IMMEDIATE");
        for (int n = 0; n < LibrarySchool.CLASS; n++) positioned(cohort * LibrarySchool.CLASS + n, i);
        execute("COMMIT");
    }

    private void positioned(int number, int i) throws SQLException {
        PreparedStatement select = prepared("SELECT key FROM dossier WHERE id = ?");
        select.setBytes(1, dossiers.get(number));
        long key;
        try (ResultSet row = select.executeQuery()) {
            row.next();
            key = row.getLong(1);
        }
        Instant now = Instant.now();
        judge(
                key,
                new Facts.Judgement(
                        Facts.COMPETENCIES.get(i % Facts.COMPETENCIES.size()),
                        Perspective.TEACHER,
                        Facts.LEVELS.get(i % Facts.LEVELS.size()),
                        Facts.TEACHER,
                        Role.TEACHER,
                        LocalDate.of(2027, 1, 5),
                        now,
                        "Observé en travaux pratiques, poste " + i + "."));
        journal(
                key,
                "{\"v\":1,\"change\":\"" + id() + "\",\"at\":\"" + now + "\",\"actor\":\"" + id()
                        + "\",\"role\":\"TEACHER\",\"act\":\"assessment.positioned\",\"objects\":[{\"kind\":\"assessment\",\"id\":\""
                        + id() + "\",\"hash\":\"0123456789012345678901234567890123456789012\"}]}");
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each : prepared.values()) each.close();
        connection.close();
    }
}
