package org.eportfolio.benchmarks.side.school;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.eportfolio.assessment.Perspective;

/** Facts, written as rows of hand-written JDBC. Rights are not looked at, and nothing is checked. */
final class JdbcRows {
    static final String ASSESSMENT =
            "INSERT INTO assessment VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, 0)";
    static final String LEVEL = "INSERT INTO current_level VALUES (?, ?, 0, ?, ?) ON CONFLICT DO UPDATE"
            + " SET outcome = excluded.outcome, level = excluded.level, observed_on = excluded.observed_on";

    private final JdbcSession session;
    private final SplittableRandom random = new SplittableRandom(42);
    private long position;

    JdbcRows(JdbcSession session) {
        this.session = session;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    byte[] dossier(long key, int learner, UUID adoption) throws SQLException {
        byte[] id = JdbcSession.bytes(id());
        PreparedStatement insert = session.prepared("INSERT INTO dossier VALUES (?, ?, ?, ?, 0, zeroblob(32))");
        insert.setLong(1, key);
        insert.setBytes(2, id);
        insert.setString(3, Facts.learner(learner));
        insert.setBytes(4, JdbcSession.bytes(adoption));
        insert.executeUpdate();
        return id;
    }

    void member(long cohort, long key) throws SQLException {
        PreparedStatement insert = session.prepared("INSERT INTO member VALUES (?, ?)");
        insert.setLong(1, cohort);
        insert.setLong(2, key);
        insert.executeUpdate();
    }

    void production(long dossier, Facts.Work work) throws SQLException {
        byte[] id = JdbcSession.bytes(id());
        PreparedStatement insert = session.prepared("INSERT INTO production VALUES (?, ?, 1, ?, '', ?, NULL, ?, NULL)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, work.title());
        insert.setString(4, work.competency());
        insert.setLong(5, JdbcSession.micros(Facts.END));
        insert.executeUpdate();
        insert = session.prepared("INSERT INTO piece VALUES (?, ?, 1, 0, 2, ?)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, work.text());
        insert.executeUpdate();
    }

    void judge(long dossier, Facts.Judgement each) throws SQLException {
        PreparedStatement insert = session.prepared(ASSESSMENT);
        bind(insert, dossier, JdbcSession.bytes(id()), each);
        insert.executeUpdate();
        if (each.perspective() != Perspective.TEACHER) return;
        PreparedStatement level = session.prepared(LEVEL);
        bind(level, dossier, each);
        level.executeUpdate();
    }

    static void bind(PreparedStatement insert, long dossier, byte[] id, Facts.Judgement each) throws SQLException {
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, each.competency());
        insert.setInt(4, each.perspective().ordinal());
        insert.setString(5, each.level());
        insert.setString(6, each.author());
        insert.setInt(7, each.role().ordinal());
        insert.setLong(8, each.observedOn().toEpochDay());
        insert.setLong(9, JdbcSession.micros(each.recordedAt()));
        insert.setString(10, each.because());
    }

    /** As the current level. */
    static void bind(PreparedStatement upsert, long dossier, Facts.Judgement each) throws SQLException {
        upsert.setLong(1, dossier);
        upsert.setString(2, each.competency());
        upsert.setString(3, each.level());
        upsert.setLong(4, each.observedOn().toEpochDay());
    }

    void goal(long dossier, Facts.Aim aim) throws SQLException {
        byte[] id = JdbcSession.bytes(id());
        PreparedStatement insert = session.prepared("INSERT INTO goal VALUES (?, ?, ?, ?, ?, 0, ?, 1)");
        insert.setLong(1, dossier);
        insert.setBytes(2, id);
        insert.setString(3, aim.competency());
        insert.setString(4, aim.level());
        insert.setLong(5, aim.dueOn().toEpochDay());
        insert.setLong(6, JdbcSession.micros(Facts.END));
        insert.executeUpdate();
        for (int n = 0; n < aim.steps().size(); n++) {
            insert = session.prepared("INSERT INTO step VALUES (?, ?, ?, ?, 0)");
            insert.setLong(1, dossier);
            insert.setBytes(2, id);
            insert.setInt(3, n);
            insert.setString(4, aim.steps().get(n));
            insert.executeUpdate();
        }
    }

    void journal(long dossier, String body) throws SQLException {
        PreparedStatement select = session.prepared("SELECT length, hash FROM dossier WHERE key = ?");
        select.setLong(1, dossier);
        long number;
        byte[] hash;
        try (ResultSet row = select.executeQuery()) {
            row.next();
            number = row.getLong(1) + 1;
            hash = row.getBytes(2);
        }
        byte[] next = chained(hash, body);
        PreparedStatement insert = session.prepared("INSERT INTO entry VALUES (?, ?, ?, ?, ?)");
        insert.setLong(1, dossier);
        insert.setLong(2, number);
        insert.setLong(3, ++position);
        insert.setBytes(4, next);
        insert.setString(5, body);
        insert.executeUpdate();
        PreparedStatement update = session.prepared("UPDATE dossier SET length = ?, hash = ? WHERE key = ?");
        update.setLong(1, number);
        update.setBytes(2, next);
        update.setLong(3, dossier);
        update.executeUpdate();
    }

    static byte[] chained(byte[] before, String body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(before);
            return sha.digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
