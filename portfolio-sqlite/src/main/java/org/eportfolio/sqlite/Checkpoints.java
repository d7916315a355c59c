package org.eportfolio.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.eportfolio.spi.WriteLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the write-ahead log short. SQLite carries it into the file by itself, but cannot begin it anew while reads
 * overlap without a pause, and then it grows without end; so beyond {@link #LIMIT} reads are held for a moment. The same
 * is done when rows were removed, since what was erased would otherwise linger in the log. Used under the writer's turn.
 */
final class Checkpoints {
    /** In bytes. */
    static final long LIMIT = 16 << 20;

    /** How much SQLite lets the log grow before it carries it into the file by itself: the longer, the fewer pages twice. */
    static final int EVERY_PAGES = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    /** To ask how long the log is costs some microseconds. */
    private static final int LOOK_EVERY = 8;

    private static final int PATIENCE_MS = 100;
    private static final int LONGEST_PATIENCE_MS = 1_000;

    private final File log;
    private final ReadConnections readers;
    private final int busyTimeoutMs;
    private long nextAt = LIMIT;
    private int patienceMs = PATIENCE_MS;
    private long erasedNotBefore = System.nanoTime();
    private boolean erased;
    private int commits;
    private volatile long emptied;
    private volatile long postponed;

    Checkpoints(Path path, ReadConnections readers, SqliteOptions options) {
        this.log = path.resolveSibling(path.getFileName() + "-wal").toFile();
        this.readers = readers;
        this.busyTimeoutMs = (int) options.busyTimeout().toMillis();
    }

    /** Asks that the log be emptied soon, because something that it still shows was erased. */
    void erased() {
        erased = true;
    }

    /** To be called after each commit of changes, which are short: only now and then is there anything to consider. */
    void committed(Session session) {
        if (erased || ++commits % LOOK_EVERY == 0) consider(session);
    }

    /** Empties the log if it is time to; if there is always a reader, a later call tries again and waits longer. */
    void consider(Session session) {
        long length = log.length();
        boolean dueForErasure = erased && System.nanoTime() - erasedNotBefore >= 0;
        if (length < nextAt && !dueForErasure) return;
        if (readers.held(patienceMs, () -> truncate(session))) {
            nextAt = LIMIT;
            patienceMs = PATIENCE_MS;
            erased = false;
            emptied = emptied + 1;
        } else {
            LOG.debug("the log {} keeps its {} bytes: it is being read", log, length);
            postponed = postponed + 1;
            nextAt = Math.max(length, nextAt) + LIMIT;
            patienceMs = Math.min(2 * patienceMs, LONGEST_PATIENCE_MS);
            // One very long read must not make every commit wait.
            erasedNotBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10L * patienceMs);
        }
    }

    /** How it stands; from any thread. */
    WriteLog standing() {
        return new WriteLog(log.length(), emptied, postponed);
    }

    private boolean truncate(Session session) {
        try {
            // ReadConnections in other processes are not worth a long wait while ours are held.
            session.run("PRAGMA busy_timeout=" + PATIENCE_MS);
            try {
                return session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
            } finally {
                session.run("PRAGMA busy_timeout=" + busyTimeoutMs);
            }
        } catch (SQLException e) {
            // The commit before is safe in the log; the next write will meet the same trouble and tell its caller.
            session.forgetStatements();
            LOG.warn("the log {} could not be emptied: {}", log, e.getMessage());
            return false;
        }
    }
}
