package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.eportfolio.assessment.Perspective;

/**
 * What one writes first: batches of a thousand, a commit for each hundred thousand, SQLite's default pragmas, rows as
 * they arrive, which is by time. The journal has as many entries as the library's: one for each dossier, that names all
 * of its new records with a hash.
 */
public final class NaiveLoad implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int COMMIT = 100_000;

    private final JdbcSession session;
    private final JdbcRows rows;
    private int waiting;
    private int uncommitted;

    public NaiveLoad(Path file) throws SQLException {
        session = JdbcSession.untuned(file);
        session.createTables();
        rows = new JdbcRows(session);
    }

    public void load(int learners, int assessments) throws SQLException {
        UUID adoption = rows.id();
        StringBuilder[] objects = new StringBuilder[learners];
        session.execute("BEGIN");
        for (int i = 0; i < learners; i++) {
            rows.dossier(i + 1L, i, adoption);
            objects[i] = new StringBuilder("{\"act\":\"dossier.loaded\",\"objects\":[");
        }
        for (int i = 0; i < assessments; i++) {
            for (int learner = 0; learner < learners; learner++) {
                UUID id = rows.id();
                Facts.Judgement judgement = Facts.judgement(learner, i, assessments);
                judge(learner + 1L, id, judgement);
                name(id, judgement, objects[learner]);
            }
        }
        send();
        for (int i = 0; i < learners; i++) {
            rows.journal(i + 1L, objects[i].append("]}").toString());
            arrived();
        }
        send();
        session.execute("COMMIT");
    }

    static void name(UUID id, Facts.Judgement judgement, StringBuilder objects) {
        objects.append("{\"kind\":\"assessment\",\"id\":\"")
                .append(id)
                .append("\",\"hash\":\"")
                .append(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(JdbcRows.chained(JdbcSession.bytes(id), judgement.toString())))
                .append("\"},");
    }

    private void judge(long dossier, UUID id, Facts.Judgement judgement) throws SQLException {
        PreparedStatement insert = session.prepared(JdbcRows.ASSESSMENT);
        JdbcRows.bind(insert, dossier, JdbcSession.bytes(id), judgement);
        insert.addBatch();
        if (judgement.perspective() == Perspective.TEACHER) {
            PreparedStatement level = session.prepared(JdbcRows.LEVEL);
            JdbcRows.bind(level, dossier, judgement);
            level.addBatch();
        }
        arrived();
    }

    private void arrived() throws SQLException {
        waiting++;
        uncommitted++;
        if (waiting == BATCH) send();
        if (uncommitted >= COMMIT) {
            send();
            session.execute("COMMIT");
            session.execute("BEGIN");
            uncommitted = 0;
        }
    }

    private void send() throws SQLException {
        session.prepared(JdbcRows.ASSESSMENT).executeBatch();
        session.prepared(JdbcRows.LEVEL).executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
