package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;

/** Brings the file's schema up to date: numbered scripts, each version in one transaction, and the views. */
final class Migrations {
    /** In the file's header: "ePf1". Files with another one are not ours. */
    static final int APPLICATION_ID = 0x65506631;

    private static final int NEWEST = 4;

    private final Path path;
    private final Session session;
    private final Failures failures;

    Migrations(Path path, Session session, Failures failures) {
        this.path = path;
        this.session = session;
        this.failures = failures;
    }

    void run() throws SQLException {
        String views = text("views.sql");
        String mark = sha256(views);
        // Asked first outside a transaction: opening a file that is up to date must not wait for a writer.
        if (upToDate(mark)) return;
        session.writing(() -> {
            int from = version();
            for (int next = from + 1; next <= NEWEST; next++) session.run(text("schema-" + next + ".sql"));
            if (from < NEWEST) {
                if (from > 0) Relocation.sealAnew(session);
                session.run("PRAGMA application_id=" + APPLICATION_ID);
                session.run("PRAGMA user_version=" + NEWEST);
            }
            if (!mark.equals(viewsMark())) {
                session.run(views);
                noteViews(mark);
            }
            return NEWEST;
        });
    }

    /** Looked at in one snapshot, for another process may be creating the file right now. */
    private boolean upToDate(String mark) throws SQLException {
        session.begin("BEGIN");
        try {
            return version() == NEWEST && mark.equals(viewsMark());
        } finally {
            session.rollback();
        }
    }

    static void refuseNewer(int version, Path path, Failures failures) {
        if (version > NEWEST) throw failures.refusal("storage.newer", null, path, version, NEWEST);
    }

    /** The file's schema, 0 for an empty one. */
    private int version() throws SQLException {
        long owner = session.number("PRAGMA application_id");
        int version = (int) session.number("PRAGMA user_version");
        boolean empty = session.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (owner != APPLICATION_ID && !(empty && owner == 0 && version == 0)) {
            throw failures.refusal("storage.foreign", null, path);
        }
        refuseNewer(version, path, failures);
        return version;
    }

    private String viewsMark() throws SQLException {
        if (session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") == 0) return "";
        try (ResultSet result =
                session.prepared("SELECT value FROM meta WHERE name = 'views'").executeQuery()) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private void noteViews(String mark) throws SQLException {
        PreparedStatement note = session.prepared("INSERT OR REPLACE INTO meta VALUES ('views', ?)");
        note.setString(1, mark);
        note.executeUpdate();
    }

    private static String text(String resource) {
        try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
