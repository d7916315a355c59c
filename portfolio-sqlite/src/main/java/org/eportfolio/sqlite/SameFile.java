package org.eportfolio.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Whether the file that a connection is opened to is the one that the store knows: while no connection is open, another may
 * take its name. The file system tells most files apart; where it gives an old number to a new file, the last entry of the
 * journal does, which stays where it is. Thread-safe.
 */
final class SameFile {
    private static final Logger LOG = LoggerFactory.getLogger(SameFile.class);
    private static final String LAST = "SELECT position, hash FROM entry ORDER BY position DESC LIMIT 1";
    private static final String AT = "SELECT hash FROM entry WHERE position = ?";
    /** A move leaves the file without its journal. */
    private static final String MOVED = "SELECT count(*) FROM meta WHERE name = 'move.state'";

    private final Path path;
    private @Nullable Object key;
    private long position;
    private @Nullable Hash last;

    SameFile(Path path) {
        this.path = path;
    }

    /** The file is opened for the first time. */
    synchronized void begin() {
        key = fileKey();
    }

    /** Notes where the journal stands, before a connection is closed. What cannot be read is not known. */
    void leave(Session session) {
        try (ResultSet row = session.prepared(LAST).executeQuery()) {
            if (row.next()) note(row.getLong(1), Hash.of(row.getBytes(2)));
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the end of the journal could not be read: {}", e.getMessage());
        }
    }

    private synchronized void note(long at, Hash hash) {
        if (at < position) return;
        position = at;
        last = hash;
    }

    /** Whether it may be the same by what the file system says; asked before SQLite touches anything. */
    synchronized boolean mayBeThere() {
        Object now = fileKey();
        return key == null || now == null || key.equals(now);
    }

    /** Always true before the file was opened for the first time. A journal that is damaged is left for the check to name. */
    boolean holds(Session session) throws SQLException {
        Object known;
        long at;
        Hash hash;
        synchronized (this) {
            known = key;
            at = position;
            hash = last;
        }
        if (known != null && !known.equals(fileKey())) return false;
        if (hash == null) return true;
        try {
            PreparedStatement query = session.prepared(AT);
            query.setLong(1, at);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) return Arrays.equals(hash.bytes(), row.getBytes(1));
            }
            return session.number(MOVED) > 0;
        } catch (SQLException e) {
            session.forgetStatements();
            SQLiteErrorCode code = Failures.code(e);
            if (code == SQLiteErrorCode.SQLITE_CORRUPT) return true;
            // There is no journal: the file is no portfolio.
            if (code == SQLiteErrorCode.SQLITE_ERROR) return false;
            throw e;
        }
    }

    /** {@code null} where the file system has nothing of the kind. */
    private @Nullable Object fileKey() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException notThere) {
            return null;
        }
    }
}
