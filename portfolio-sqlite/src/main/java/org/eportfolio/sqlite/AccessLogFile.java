package org.eportfolio.sqlite;

import static org.eportfolio.sqlite.UuidBytes.bytes;
import static org.eportfolio.sqlite.UuidBytes.uuid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.eportfolio.PageRequest;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.sqlite.SQLiteConfig;

/**
 * Readings in a file of their own beside the portfolio's, so that no copy of that one has them; it is made with the first
 * reading. What is removed is overwritten. Thread-safe.
 */
final class AccessLogFile implements AccessLog {
    private static final int VERSION = 1;
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS readings (
              dossier BLOB NOT NULL,
              id BLOB NOT NULL,
              at INTEGER NOT NULL,
              person TEXT NOT NULL,
              role TEXT NOT NULL,
              kind TEXT NOT NULL,
              object BLOB,
              PRIMARY KEY (dossier, id)
            ) WITHOUT ROWID, STRICT""";

    private static final String OLDEST = "SELECT id, at, person, role, kind, object FROM readings"
            + " WHERE dossier = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String NEWEST = "SELECT id, at, person, role, kind, object FROM readings"
            + " WHERE dossier = ? AND id < ? ORDER BY id DESC LIMIT ?";

    /** Longer than any id, and so behind all of them. */
    private static final byte[] PAST_ALL = new byte[17];

    static {
        Arrays.fill(PAST_ALL, (byte) 0xff);
    }

    private final Path path;
    private final int patience;
    private final Failures failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final IdleSessions idle = new IdleSessions(left -> {});
    private boolean closed;

    AccessLogFile(Path portfolio, SqliteOptions options) {
        path = portfolio.resolveSibling(portfolio.getFileName() + ".access-log");
        patience = (int) options.busyTimeout().toMillis();
        failures = new Failures(path);
    }

    @Override
    public void add(List<LoggedReading> readings) {
        if (readings.isEmpty()) return;
        run(session -> {
            PreparedStatement insert = session.prepared("INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?)");
            for (LoggedReading each : readings) {
                insert.setBytes(1, bytes(each.dossier().id()));
                insert.setBytes(2, bytes(each.id()));
                insert.setLong(3, micros(each.at()));
                insert.setString(4, each.person());
                insert.setString(5, each.role());
                insert.setString(6, each.kind());
                UUID object = each.object();
                insert.setBytes(7, object == null ? null : bytes(object));
                insert.executeUpdate();
            }
        });
    }

    @Override
    public List<LoggedReading> of(Scope dossier, PageRequest request) {
        List<LoggedReading> found = new ArrayList<>();
        if (isMissing()) return found;
        run("BEGIN", session -> {
            boolean newest = request.order() == PageRequest.Order.NEWEST_FIRST;
            PreparedStatement page = session.prepared(newest ? NEWEST : OLDEST);
            UUID after = request.after();
            page.setBytes(1, bytes(dossier.id()));
            page.setBytes(2, after == null ? newest ? PAST_ALL : new byte[0] : bytes(after));
            page.setInt(3, request.size());
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    byte[] object = rows.getBytes(6);
                    found.add(new LoggedReading(
                            uuid(rows.getBytes(1)),
                            dossier,
                            Instant.EPOCH.plus(rows.getLong(2), ChronoUnit.MICROS),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            object == null ? null : uuid(object)));
                }
            }
        });
        return found;
    }

    /** {@inheritDoc} Here: where there is a file, so that it need not be opened for this. */
    @Override
    public boolean isEmpty() {
        return isMissing();
    }

    @Override
    public void remove(Scope dossier) {
        if (isMissing()) return;
        run(session -> {
            PreparedStatement delete = session.prepared("DELETE FROM readings WHERE dossier = ?");
            delete.setBytes(1, bytes(dossier.id()));
            delete.executeUpdate();
        });
    }

    @Override
    public void rename(String person, String pseudonym) {
        if (isMissing()) return;
        run(session -> {
            PreparedStatement update = session.prepared("UPDATE readings SET person = ? WHERE person = ?");
            update.setString(1, pseudonym);
            update.setString(2, person);
            update.executeUpdate();
        });
    }

    @Override
    public void removeBefore(Instant instant) {
        if (isMissing()) return;
        run(session -> {
            PreparedStatement delete = session.prepared("DELETE FROM readings WHERE at < ?");
            delete.setLong(1, micros(instant));
            delete.executeUpdate();
        });
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            idle.close();
        } finally {
            lock.unlock();
        }
    }

    private interface Step {
        void run(Session session) throws SQLException;
    }

    /** Nothing was ever read, so there is nothing to look at; no file is made for that. */
    private boolean isMissing() {
        lock.lock();
        try {
            if (closed) throw Failures.closed();
            return !Files.exists(path);
        } finally {
            lock.unlock();
        }
    }

    /** All of it or nothing. */
    private void run(Step step) {
        run("BEGIN IMMEDIATE", step);
    }

    private void run(String begin, Step step) {
        lock.lock();
        try {
            if (closed) throw Failures.closed();
            failures.translated(() -> {
                Session open = opened();
                boolean sound = false;
                try {
                    run(begin, step, open);
                    sound = true;
                } finally {
                    if (sound) idle.keep(open);
                    else IdleSessions.discard(open);
                }
                return true;
            });
        } finally {
            lock.unlock();
        }
    }

    private static void run(String begin, Step step, Session open) throws SQLException {
        open.run(begin);
        boolean done = false;
        try {
            step.run(open);
            open.run("COMMIT");
            done = true;
        } finally {
            if (!done) open.run("ROLLBACK");
        }
    }

    private Session opened() throws SQLException {
        Session kept = idle.take();
        if (kept != null) return kept;
        try {
            OwnerOnly.prepare(path);
        } catch (IOException e) {
            throw failures.refusal("storage.failed", e, path, e.toString());
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(patience);
        Session opened = new Session(
                config.createConnection("jdbc:sqlite:file:" + path.toUri().getRawPath()));
        boolean ready = false;
        try {
            int version = (int) opened.number("PRAGMA user_version");
            if (version > VERSION) throw failures.refusal("storage.newer", null, path, version, VERSION);
            opened.run("PRAGMA trusted_schema=OFF");
            // With a rollback journal that is overwritten, nothing that was removed is left anywhere.
            opened.run("PRAGMA secure_delete=ON");
            opened.run("PRAGMA journal_mode=TRUNCATE");
            opened.run("PRAGMA synchronous=FULL");
            if (version < VERSION) {
                opened.run(TABLE);
                opened.run("CREATE INDEX IF NOT EXISTS readings_at ON readings (at)");
                opened.run("PRAGMA user_version=" + VERSION);
            }
            ready = true;
        } finally {
            if (!ready) opened.close();
        }
        return opened;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
