package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eportfolio.internal.file.OwnerOnly;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Looks at the file before SQLite does, so that what is not ours stays untouched, and connects to it. */
final class Opening {
    /** In KiB when negative: what is written to next is mostly what was written to lately. */
    static final String WRITER_CACHE = "PRAGMA cache_size=-8192";

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;

    private final Path path;
    private final SqliteOptions options;
    private final Failures failures;

    Opening(Path path, SqliteOptions options, Failures failures) {
        this.path = path;
        this.options = options;
        this.failures = failures;
    }

    /** The connection that writes, to a file that is ours and up to date. */
    Session writer() {
        probe();
        prepare();
        return failures.translated(() -> {
            Session session = connect();
            boolean ready = false;
            try {
                new Migrations(path, session, failures).run();
                writeAhead(session);
                session.run("PRAGMA synchronous=" + synchronous());
                session.run(WRITER_CACHE);
                session.run("PRAGMA wal_autocheckpoint=" + Checkpoints.EVERY_PAGES);
                ready = true;
                return session;
            } finally {
                if (!ready) session.close();
            }
        });
    }

    /** Waits for others who open the same new file right now; here SQLite itself does not, whatever its timeout. */
    private void writeAhead(Session session) throws SQLException {
        long until = System.nanoTime() + options.busyTimeout().toNanos();
        while (true) {
            try {
                session.run("PRAGMA journal_mode=WAL");
                return;
            } catch (SQLException e) {
                if (Failures.code(e) != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() - until >= 0) throw e;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** A connection that only reads. */
    Session reader() throws SQLException {
        Session session = connect();
        session.run("PRAGMA query_only=ON");
        return session;
    }

    /** A connection of its own for a copy, which is made in one read. */
    Session copier() throws SQLException {
        return connect();
    }

    String synchronous() {
        return options.synchronousFull() ? "FULL" : "NORMAL";
    }

    private Session connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) options.busyTimeout().toMillis());
        // As a URI, since the driver would read what follows a question mark in a plain path as pragmas.
        String uri = "file:" + path.toUri().getRawPath();
        Session session = new Session(config.createConnection("jdbc:sqlite:" + uri));
        session.run("PRAGMA page_size=4096");
        session.run("PRAGMA foreign_keys=ON");
        session.run("PRAGMA trusted_schema=OFF");
        session.run("PRAGMA secure_delete=ON");
        session.run("PRAGMA mmap_size=0");
        session.run("PRAGMA journal_size_limit=" + Checkpoints.LIMIT);
        return session;
    }

    private void probe() {
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.is-folder"));
        }
        if (!Files.isDirectory(folder)) throw failures.refusal("storage.no-folder", null, path, folder);
        if (!Files.isWritable(folder)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.folder"));
        }
        if (!Files.exists(path)) return;
        if (!Files.isWritable(path)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.file"));
        }
        // An unfinished first transaction must be undone by SQLite before the header says anything.
        if (Files.exists(path.resolveSibling(path.getFileName() + "-journal"))) return;
        refuseForeign();
    }

    /** SQLite gives {@code -wal}, {@code -shm} and {@code -journal} the permissions of the file they belong to. */
    private void prepare() {
        try {
            OwnerOnly.prepare(path);
        } catch (IOException e) {
            throw failures.refusal("storage.failed", e, path, e.toString());
        }
    }

    /** Refuses what is not a portfolio, or is one of a newer version, by its header. */
    void refuseForeign() {
        check(header());
    }

    private void check(ByteBuffer header) {
        if (header.limit() == 0) return;
        if (header.limit() < HEADER
                || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
                || header.getInt(APPLICATION_ID_AT) != Migrations.APPLICATION_ID) {
            throw failures.refusal("storage.foreign", null, path);
        }
        Migrations.refuseNewer(header.getInt(USER_VERSION_AT), path, failures);
    }

    private ByteBuffer header() {
        try (InputStream in = Files.newInputStream(path)) {
            return ByteBuffer.wrap(in.readNBytes(HEADER));
        } catch (IOException e) {
            throw failures.refusal("storage.failed", e, path, e.toString());
        }
    }
}
