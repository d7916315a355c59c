package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.id.AdoptionId;

/**
 * What a careful host would write by hand: typed columns, tables clustered by dossier, times as integers, ids as blobs,
 * current levels beside the history, a chained journal, one locked connection whose statements are kept. No rights are
 * looked at and nothing is checked.
 */
public final class JdbcSchool implements School {
    private final Path file;
    private final JdbcSession session;
    private final JdbcRows rows;
    private final AdoptionId adoption;
    private final JdbcReading reading;
    private final List<byte[]> dossiers = new ArrayList<>();
    private final List<byte[]> firstProductions = new ArrayList<>();

    public JdbcSchool(Path file) throws SQLException {
        this.file = file;
        session = JdbcSession.tuned(file);
        session.createTables();
        rows = new JdbcRows(session);
        adoption = new AdoptionId(rows.id());
        reading = new JdbcReading(session, adoption);
    }

    @Override
    public synchronized void fill(int learners, int productions, int assessments, int goals) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        for (int i = 0; i < learners; i++) {
            long key = i + 1L;
            dossiers.add(rows.dossier(key, i, adoption.value()));
            rows.member(i / CLASS, key);
            for (Facts.Work each : Facts.productions(i, productions)) rows.production(key, each);
            for (Facts.Judgement each : Facts.judgements(i, assessments)) rows.judge(key, each);
            for (Facts.Aim each : Facts.goals(i, goals)) rows.goal(key, each);
            rows.journal(key, "{\"act\":\"history.loaded\"}");
        }
        session.execute("COMMIT");
        try (ResultSet row = session.prepared("SELECT min(id) FROM production GROUP BY dossier ORDER BY dossier")
                .executeQuery()) {
            while (row.next()) firstProductions.add(row.getBytes(1));
        }
    }

    @Override
    public synchronized int readDossier(int learner) throws SQLException {
        return reading.dossier(dossiers.get(learner));
    }

    /** On a connection of its own, which no writer locks. */
    @Override
    public Reader reader() throws SQLException {
        JdbcSession own = JdbcSession.tuned(file);
        JdbcReading reads = new JdbcReading(own, adoption);
        return new Reader() {
            @Override
            public int readDossier(int learner) throws SQLException {
                return reads.dossier(dossiers.get(learner));
            }

            @Override
            public void close() throws SQLException {
                own.close();
            }
        };
    }

    @Override
    public synchronized Object readProduction(int learner) throws SQLException {
        return reading.production(dossiers.get(learner), firstProductions.get(learner));
    }

    @Override
    public synchronized int matrix(int cohort) throws SQLException {
        return reading.matrix(cohort);
    }

    @Override
    public synchronized void position(int learner, int number) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        positioned(learner, number);
        session.execute("COMMIT");
    }

    @Override
    public synchronized void positionClass(int cohort, int number) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        for (int n = 0; n < CLASS; n++) positioned(cohort * CLASS + n, number);
        session.execute("COMMIT");
    }

    private void positioned(int learner, int number) throws SQLException {
        PreparedStatement select = session.prepared("SELECT key FROM dossier WHERE id = ?");
        select.setBytes(1, dossiers.get(learner));
        long key;
        try (ResultSet row = select.executeQuery()) {
            row.next();
            key = row.getLong(1);
        }
        Facts.Judgement judgement = Facts.positioning(number);
        rows.judge(key, judgement);
        rows.journal(key, entry(judgement, rows.id(), rows.id(), rows.id()));
    }

    /** As long as the library's. */
    static String entry(Facts.Judgement judgement, UUID change, UUID alias, UUID assessment) {
        return "{\"v\":1,\"change\":\"" + change + "\",\"at\":\"" + judgement.recordedAt() + "\",\"actor\":\"" + alias
                + "\",\"role\":\"TEACHER\",\"act\":\"assessment.positioned\",\"objects\":[{\"kind\":\"assessment\",\"id\":\""
                + assessment + "\",\"hash\":\"0123456789012345678901234567890123456789012\"}]}";
    }

    @Override
    public synchronized void close() throws SQLException {
        session.close();
    }
}
