package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/** Writes rows, their keys and entries inside one transaction. */
final class Records {
    private final Session session;
    private final KindNumbers kinds;
    private final TokenRows tokens;
    private final Map<Kind, Long> newKinds = new HashMap<>();

    Records(Session session, KindNumbers kinds) {
        this.session = session;
        this.tokens = new TokenRows(session);
        this.kinds = kinds;
    }

    /** The kinds that this transaction added to the file. */
    Map<Kind, Long> newKinds() {
        return newKinds;
    }

    /** The kind's number, or null if no row was ever of that kind. */
    @Nullable
    Long kind(Kind kind) throws SQLException {
        Long fresh = newKinds.get(kind);
        return fresh != null ? fresh : kinds.key(kind, session);
    }

    long kindOrNew(Kind kind) throws SQLException {
        Long known = kind(kind);
        if (known != null) return known;
        PreparedStatement insert = session.prepared("INSERT INTO kind (name) VALUES (?)");
        insert.setString(1, kind.name());
        insert.executeUpdate();
        long key = session.number("SELECT last_insert_rowid()");
        newKinds.put(kind, key);
        return key;
    }

    void put(long scope, long kind, Row row) throws SQLException {
        byte[] id = UuidBytes.bytes(row.id());
        if (kinds.isReplaced(kind) && update(scope, kind, id, row)) return;
        Optional<Set<Key>> former = Optional.empty();
        if (!insert(scope, kind, id, row)) {
            former = delete(scope, kind, id);
            insert(scope, kind, id, row);
        }
        kinds.noteReplaced(kind, former.isPresent());
        Set<Key> before = former.orElse(Set.of());
        for (Key key : before) {
            if (!row.keys().contains(key)) removeKey(key, id, scope, kind);
        }
        for (Key key : row.keys()) {
            if (before.contains(key)) continue;
            key("INSERT INTO record_key (name, value, id, scope, kind) VALUES (?, ?, ?, ?, ?)", key, id, scope, kind);
        }
    }

    void remove(RowName name, Chains chains) throws SQLException {
        Long kind = kind(name.kind());
        long scope = chains.key(name.scope());
        if (kind == null || scope == 0) return;
        byte[] bytes = UuidBytes.bytes(name.id());
        for (Key key : delete(scope, kind, bytes).orElse(Set.of())) removeKey(key, bytes, scope, kind);
        tokens.remove(scope, kind, bytes);
    }

    /** Has the row found by these tokens from now on. */
    void index(IndexedRow row, Chains chains) throws SQLException {
        Long kind = kind(row.name().kind());
        long scope = chains.key(row.name().scope());
        if (kind == null || scope == 0) return;
        tokens.put(scope, kind, UuidBytes.bytes(row.name().id()), row);
    }

    /** Gives back the keys that the row had; empty if there was no row. */
    private Optional<Set<Key>> delete(long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement delete =
                session.prepared("DELETE FROM record WHERE scope = ? AND kind = ? AND id = ? RETURNING keys");
        delete.setLong(1, scope);
        delete.setLong(2, kind);
        delete.setBytes(3, id);
        try (ResultSet result = delete.executeQuery()) {
            return result.next() ? Optional.of(KeyText.parse(result.getBytes(1))) : Optional.empty();
        }
    }

    private void removeKey(Key key, byte[] id, long scope, long kind) throws SQLException {
        key(
                "DELETE FROM record_key WHERE name = ? AND value = ? AND id = ? AND scope = ? AND kind = ?",
                key,
                id,
                scope,
                kind);
    }

    void append(long scope, long position, Entry entry) throws SQLException {
        PreparedStatement insert =
                session.prepared("INSERT INTO entry (position, scope, number, hash, body) VALUES (?, ?, ?, ?, ?)");
        insert.setLong(1, position);
        insert.setLong(2, scope);
        insert.setLong(3, entry.number());
        insert.setBytes(4, entry.hash().bytes());
        insert.setString(5, entry.body());
        insert.executeUpdate();
    }

    /** Gives the row that stands there another body; false if there is none, or if it is found by other keys. */
    private boolean update(long scope, long kind, byte[] id, Row row) throws SQLException {
        PreparedStatement update = session.prepared(
                "UPDATE record SET body = CAST(? AS TEXT) WHERE scope = ? AND kind = ? AND id = ? AND keys IS ?");
        update.setBytes(1, row.json().utf8());
        update.setLong(2, scope);
        update.setLong(3, kind);
        update.setBytes(4, id);
        update.setString(5, KeyText.of(row.keys()));
        return update.executeUpdate() == 1;
    }

    private boolean insert(long scope, long kind, byte[] id, Row row) throws SQLException {
        PreparedStatement insert =
                session.prepared("INSERT INTO record (scope, kind, id, body, keys) VALUES (?, ?, ?, CAST(? AS TEXT), ?)"
                        + " ON CONFLICT DO NOTHING");
        insert.setLong(1, scope);
        insert.setLong(2, kind);
        insert.setBytes(3, id);
        insert.setBytes(4, row.json().utf8());
        insert.setString(5, KeyText.of(row.keys()));
        return insert.executeUpdate() == 1;
    }

    private void key(String sql, Key key, byte[] id, long scope, long kind) throws SQLException {
        PreparedStatement statement = session.prepared(sql);
        statement.setString(1, key.name());
        statement.setString(2, key.value());
        statement.setBytes(3, id);
        statement.setLong(4, scope);
        statement.setLong(5, kind);
        statement.executeUpdate();
    }
}
