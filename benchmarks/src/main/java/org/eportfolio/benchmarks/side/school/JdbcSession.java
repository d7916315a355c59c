package org.eportfolio.benchmarks.side.school;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One connection whose statements are kept, and how values become columns. For one thread at a time. */
final class JdbcSession implements AutoCloseable {
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

    private JdbcSession(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** As durable and as thorough about what is deleted as the library's own connection. */
    static JdbcSession tuned(Path file) throws SQLException {
        JdbcSession session = new JdbcSession(file);
        session.plainly("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON");
        return session;
    }

    /** With SQLite's defaults. */
    static JdbcSession untuned(Path file) throws SQLException {
        return new JdbcSession(file);
    }

    void createTables() throws SQLException {
        plainly(SCHEMA);
    }

    private void plainly(String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : all) statement.execute(each);
        }
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

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each : prepared.values()) each.close();
        connection.close();
    }
}
