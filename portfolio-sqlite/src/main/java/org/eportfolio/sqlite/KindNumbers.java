package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eportfolio.spi.Kind;
import org.jspecify.annotations.Nullable;

/** The small numbers that stand for kinds in the file. They never change once committed, so they are kept. Thread-safe. */
final class KindNumbers {
    private final Map<Kind, Long> keys = new ConcurrentHashMap<>();
    private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();
    private final Set<Long> replaced = ConcurrentHashMap.newKeySet();

    /** The kind's number, or null if the file has no such kind. Not for a transaction that adds kinds itself. */
    @Nullable
    Long key(Kind kind, Session session) throws SQLException {
        Long known = keys.get(kind);
        if (known != null) return known;
        PreparedStatement query = session.prepared("SELECT key FROM kind WHERE name = ?");
        query.setString(1, kind.name());
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) return null;
            remember(kind, result.getLong(1));
        }
        return keys.get(kind);
    }

    Kind kind(long key, Session session) throws SQLException {
        Kind known = kinds.get(key);
        if (known != null) return known;
        PreparedStatement query = session.prepared("SELECT name FROM kind WHERE key = ?");
        query.setLong(1, key);
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) throw new SQLException("no kind " + key);
            Kind kind = new Kind(result.getString(1));
            remember(kind, key);
            return kind;
        }
    }

    /** Whether the last row of this kind that was put took the place of another: the next one most likely does too. */
    boolean isReplaced(long key) {
        return replaced.contains(key);
    }

    void noteReplaced(long key, boolean yes) {
        if (yes) replaced.add(key);
        else replaced.remove(key);
    }

    /** To be called once the kinds are committed. */
    void remember(Map<Kind, Long> committed) {
        committed.forEach(this::remember);
    }

    private void remember(Kind kind, long key) {
        keys.put(kind, key);
        kinds.put(key, kind);
    }
}
