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

    private static final String VIEWS = text("views.sql");
    private static final String VIEWS_MARK = sha256(VIEWS);

    private final Path path;
    private final Session session;
    private final Failures failures;

    Migrations(Path path, Session session, Failures failures) {
        this.path = path;
        this.session = session;
        this.failures = failures;
    }

    /** Whether the file is of this version, with its views. An opening of such a file need not wait for a writer. */
    boolean isUpToDate() throws SQLException {
        // In one snapshot, for another process may be creating the file right now.
        session.begin("BEGIN");
        try {
            return version() == NEWEST && VIEWS_MARK.equals(viewsMark());
        } finally {
            session.rollback();
        }
    }

    void run() throws SQLException {
        if (isUpToDate()) return;
        session.writing(() -> {
            int from = version();
            for (int next = from + 1; next <= NEWEST; next++) session.run(text("schema-" + next + ".sql"));
            if (from < NEWEST) {
                if (from > 0) Relocation.sealAnew(session);
                session.run("PRAGMA application_id=" + APPLICATION_ID);
                session.run("PRAGMA user_version=" + NEWEST);
            }
            if (!VIEWS_MARK.equals(viewsMark())) {
                session.run(VIEWS);
                noteViews();
            }
            return NEWEST;
        });
    }

    static void refuseNewer(int version, Path path, Failures failures) {
        if (version > NEWEST) throw failures.refusal("storage.newer", null, path, version, NEWEST);
    }

    /** The file's schema, 0 for an empty one. */
    private int version() throws SQLException {
        long owner = session.number("PRAGMA application_id");
        int version = (int) session.number("PRAGMA user_version");
        if (owner != APPLICATION_ID && !(owner == 0 && version == 0 && isEmpty())) {
            throw failures.refusal("storage.foreign", null, path);
        }
        refuseNewer(version, path, failures);
        return version;
    }

    private boolean isEmpty() throws SQLException {
        return session.number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    /** Which views a file has whose tables are of this version. */
    private String viewsMark() throws SQLException {
        try (ResultSet result =
                session.prepared("SELECT value FROM meta WHERE name = 'views'").executeQuery()) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private void noteViews() throws SQLException {
        PreparedStatement note = session.prepared("INSERT OR REPLACE INTO meta VALUES ('views', ?)");
        note.setString(1, VIEWS_MARK);
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
