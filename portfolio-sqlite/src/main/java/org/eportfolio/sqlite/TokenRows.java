package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.spi.IndexedRow;
import org.jspecify.annotations.Nullable;

/** Writes what rows are found by, inside one transaction: of a row that was indexed before, only what is different. */
final class TokenRows {
    private final Session session;

    TokenRows(Session session) {
        this.session = session;
    }

    void put(long scope, long kind, byte[] id, IndexedRow row) throws SQLException {
        if (row.tokens().isEmpty()) {
            remove(scope, kind, id);
            return;
        }
        String former = tokens(scope, kind, id);
        String text = row.text();
        if (former == null) insert(scope, kind, id, row.at(), text);
        else update(scope, kind, id, row.at(), text);
        Map<String, Integer> before = former == null ? Map.of() : IndexedRow.tokens(former);
        for (String each : before.keySet()) if (!row.tokens().containsKey(each)) delete(scope, kind, id, each);
        // In the order in which the table lies.
        for (Map.Entry<String, Integer> each : new TreeMap<>(row.tokens()).entrySet()) {
            if (!each.getValue().equals(before.get(each.getKey()))) {
                put(scope, kind, id, each.getKey(), each.getValue());
            }
        }
    }

    void remove(long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement delete =
                named("DELETE FROM indexed WHERE scope = ? AND kind = ? AND id = ? RETURNING tokens", scope, kind, id);
        String former;
        try (ResultSet result = delete.executeQuery()) {
            if (!result.next()) return;
            former = result.getString(1);
        }
        for (String each : IndexedRow.tokens(former).keySet()) delete(scope, kind, id, each);
    }

    private @Nullable String tokens(long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement query =
                named("SELECT tokens FROM indexed WHERE scope = ? AND kind = ? AND id = ?", scope, kind, id);
        try (ResultSet result = query.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private PreparedStatement named(String sql, long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement statement = session.prepared(sql);
        statement.setLong(1, scope);
        statement.setLong(2, kind);
        statement.setBytes(3, id);
        return statement;
    }

    private void insert(long scope, long kind, byte[] id, long at, String text) throws SQLException {
        PreparedStatement insert =
                named("INSERT INTO indexed (scope, kind, id, at, tokens) VALUES (?, ?, ?, ?, ?)", scope, kind, id);
        insert.setLong(4, at);
        insert.setString(5, text);
        insert.executeUpdate();
    }

    private void update(long scope, long kind, byte[] id, long at, String text) throws SQLException {
        PreparedStatement update = named(
                "UPDATE indexed SET at = ?4, tokens = ?5 WHERE scope = ?1 AND kind = ?2 AND id = ?3", scope, kind, id);
        update.setLong(4, at);
        update.setString(5, text);
        update.executeUpdate();
    }

    private void put(long scope, long kind, byte[] id, String token, int flags) throws SQLException {
        PreparedStatement put = named(
                "INSERT INTO token (scope, kind, id, token, flags) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET flags = excluded.flags",
                scope,
                kind,
                id);
        put.setString(4, token);
        put.setLong(5, flags);
        put.executeUpdate();
    }

    private void delete(long scope, long kind, byte[] id, String token) throws SQLException {
        PreparedStatement delete =
                named("DELETE FROM token WHERE scope = ? AND kind = ? AND id = ? AND token = ?", scope, kind, id);
        delete.setString(4, token);
        delete.executeUpdate();
    }
}
