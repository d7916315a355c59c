package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eportfolio.internal.file.OwnerOnly;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

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
    private final SameFile same;

    Opening(Path path, SqliteOptions options, Failures failures) {
        this.path = path;
        this.options = options;
        this.failures = failures;
        this.same = new SameFile(path);
    }

    /** A connection that reads, if the file is ours and up to date: then nothing has to be written to open it. */
    Optional<Session> upToDate() {
        probe();
        if (!Files.exists(path)) return Optional.empty();
        return failures.translated(() -> {
            Session session = connectIfThere();
            boolean ready = false;
            try {
                ready = new Migrations(path, session, failures).isUpToDate() && isWriteAhead(session);
                if (!ready) return Optional.empty();
                readOnly(session);
                same.begin();
                return Optional.of(session);
            } finally {
                if (!ready) session.close();
            }
        });
    }

    private static boolean isWriteAhead(Session session) throws SQLException {
        return session.first("PRAGMA journal_mode", row -> row.getString(1))
                .filter("wal"::equals)
                .isPresent();
    }

    /** The connection that writes, to a file that is made if need be, and brought up to date. */
    Session writer() {
        probe();
        prepare();
        return failures.translated(() -> {
            Session session = connect(new SQLiteConfig());
            boolean ready = false;
            try {
                session.run("PRAGMA page_size=4096");
                writing(session);
                new Migrations(path, session, failures).run();
                writeAhead(session);
                same.begin();
                ready = true;
                return session;
            } finally {
                if (!ready) session.close();
            }
        });
    }

    /** The connection that writes, to the file that was opened before. */
    Session writerAgain() throws SQLException {
        Session session = again();
        boolean ready = false;
        try {
            writing(session);
            ready = true;
            return session;
        } finally {
            if (!ready) session.close();
        }
    }

    private void writing(Session session) throws SQLException {
        session.run("PRAGMA foreign_keys=ON");
        session.run("PRAGMA secure_delete=ON");
        session.run("PRAGMA journal_size_limit=" + Checkpoints.LIMIT);
        session.run("PRAGMA synchronous=" + synchronous());
        session.run(WRITER_CACHE);
        session.run("PRAGMA wal_autocheckpoint=" + Checkpoints.EVERY_PAGES);
    }

    /** To be called before a connection is closed whose place another may take. */
    void leave(Session session) {
        same.leave(session);
    }

    /** Another process may have brought the file up to a newer version meanwhile, or put another in its place. */
    private Session again() throws SQLException {
        refuseReadOnly();
        if (!same.mayBeThere()) throw failures.refusal("storage.replaced", null, path);
        Session session = connectIfThere();
        boolean ready = false;
        try {
            Migrations.refuseNewer((int) session.number("PRAGMA user_version"), path, failures);
            if (!same.holds(session)) throw failures.refusal("storage.replaced", null, path);
            ready = true;
            return session;
        } finally {
            if (!ready) session.close();
        }
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
        Session session = again();
        readOnly(session);
        return session;
    }

    private static void readOnly(Session session) throws SQLException {
        session.run("PRAGMA query_only=ON");
    }

    /** A connection of its own for a copy, which is made in one read. */
    Session copier() throws SQLException {
        return again();
    }

    String synchronous() {
        return options.synchronousFull() ? "FULL" : "NORMAL";
    }

    /** To a file that is there; none is made. */
    private Session connectIfThere() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return connect(config);
    }

    private Session connect(SQLiteConfig config) throws SQLException {
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) options.busyTimeout().toMillis());
        // As a URI, since the driver would read what follows a question mark in a plain path as pragmas.
        String uri = "file:" + path.toUri().getRawPath();
        Session session = new Session(config.createConnection("jdbc:sqlite:" + uri));
        session.run("PRAGMA trusted_schema=OFF");
        session.run("PRAGMA mmap_size=0");
        return session;
    }

    private void probe() {
        refuseReadOnly();
        if (!Files.exists(path)) return;
        // An unfinished first transaction must be undone by SQLite before the header says anything.
        if (Files.exists(path.resolveSibling(path.getFileName() + "-journal"))) return;
        refuseForeign();
    }

    /** SQLite itself would open a file that may not be written to for reading alone, and so would the next that writes. */
    private void refuseReadOnly() {
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.is-folder"));
        }
        if (!Files.isDirectory(folder)) throw failures.refusal("storage.no-folder", null, path, folder);
        if (!Files.isWritable(folder)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.folder"));
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw failures.refusal("storage.read-only", null, path, Failures.message("storage.reason.file"));
        }
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
