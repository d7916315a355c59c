package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eportfolio.spi.IndexedRow;
import org.jspecify.annotations.Nullable;

/** Writes what rows are found by, inside one transaction: beside each row, and where a whole school is searched. */
final class TokenRows {
    private final Session session;
    private final Segments segments;

    TokenRows(Session session) {
        this.session = session;
        this.segments = new Segments(session);
    }

    private record Standing(long place, String tokens) {
        static @Nullable Standing of(ResultSet result) throws SQLException {
            return result.next() ? new Standing(result.getLong(1), result.getString(2)) : null;
        }
    }

    void put(long scope, long kind, byte[] id, IndexedRow row) throws SQLException {
        if (row.tokens().isEmpty()) {
            remove(scope, kind, id);
            return;
        }
        String text = row.text();
        Standing before = standing(scope, kind, id);
        if (before == null) {
            long place = segments.add(kind, id, row, text);
            insert(scope, kind, id, place, row.at(), text);
            segments.completed(place);
        } else {
            update(scope, kind, id, row.at(), text);
            segments.revise(before.place(), IndexedRow.tokens(before.tokens()), row, text);
        }
    }

    void remove(long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement delete = named(
                "DELETE FROM indexed WHERE scope = ? AND kind = ? AND id = ? RETURNING place, tokens", scope, kind, id);
        Standing before;
        try (ResultSet result = delete.executeQuery()) {
            before = Standing.of(result);
        }
        if (before != null) segments.remove(before.place(), IndexedRow.tokens(before.tokens()));
    }

    private @Nullable Standing standing(long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement query =
                named("SELECT place, tokens FROM indexed WHERE scope = ? AND kind = ? AND id = ?", scope, kind, id);
        try (ResultSet result = query.executeQuery()) {
            return Standing.of(result);
        }
    }

    private PreparedStatement named(String sql, long scope, long kind, byte[] id) throws SQLException {
        PreparedStatement statement = session.prepared(sql);
        statement.setLong(1, scope);
        statement.setLong(2, kind);
        statement.setBytes(3, id);
        return statement;
    }

    private void insert(long scope, long kind, byte[] id, long place, long at, String text) throws SQLException {
        PreparedStatement insert = named(
                "INSERT INTO indexed (scope, kind, id, place, at, tokens) VALUES (?, ?, ?, ?, ?, ?)", scope, kind, id);
        insert.setLong(4, place);
        insert.setLong(5, at);
        insert.setString(6, text);
        insert.executeUpdate();
    }

    private void update(long scope, long kind, byte[] id, long at, String text) throws SQLException {
        PreparedStatement update = named(
                "UPDATE indexed SET at = ?4, tokens = ?5 WHERE scope = ?1 AND kind = ?2 AND id = ?3", scope, kind, id);
        update.setLong(4, at);
        update.setString(5, text);
        update.executeUpdate();
    }
}
