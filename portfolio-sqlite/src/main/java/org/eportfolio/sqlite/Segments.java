package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eportfolio.spi.IndexedRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a whole school is searched by, inside one transaction. What is new stands among the fresh ones; once there are
 * enough for a segment they become one, token by token. A record keeps its place for as long as it is indexed.
 */
final class Segments {
    private static final byte[] NONE = {};
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String DIGITS = "0123456789abcdef";

    private final Session session;

    Segments(Session session) {
        this.session = session;
    }

    /** Gives the row a place among the fresh ones; to be followed by {@link #completed}. */
    long add(long kind, byte[] id, IndexedRow row, String text) throws SQLException {
        long place = next();
        PreparedStatement insert =
                session.prepared("INSERT INTO fresh (place, scope, kind, id, at, tokens) VALUES (?, ?, ?, ?, ?, ?)");
        insert.setLong(1, place);
        insert.setBytes(2, UuidBytes.bytes(row.name().scope().id()));
        insert.setLong(3, kind);
        insert.setBytes(4, id);
        insert.setLong(5, row.at());
        insert.setString(6, text);
        insert.executeUpdate();
        return place;
    }

    /** Makes a segment of the fresh ones if this place was its last. */
    void completed(long place) throws SQLException {
        if (!Postings.isLast(place)) return;
        write(Postings.segment(place));
        session.prepared("DELETE FROM fresh").executeUpdate();
    }

    /** The place behind the last one; where nothing is fresh, the first of a segment. */
    private long next() throws SQLException {
        long last = session.number("SELECT max(place) FROM fresh");
        if (last > 0) return last + 1;
        long page = session.number("SELECT max(page) FROM placed");
        return Postings.firstPlace(Postings.segment(page * NamePage.PLACES) + 1);
    }

    private void write(long segment) throws SQLException {
        Map<String, byte[]> hits = new HashMap<>();
        Map<Long, NamePage> pages = new TreeMap<>();
        try (ResultSet row = session.prepared("SELECT place, scope, kind, id, at, tokens FROM fresh")
                .executeQuery()) {
            while (row.next()) {
                long place = row.getLong(1);
                pages.computeIfAbsent(NamePage.page(place), each -> new NamePage())
                        .put(place, row.getBytes(2), row.getBytes(4), row.getLong(5), row.getLong(3));
                IndexedRow.tokens(row.getString(6))
                        .forEach(
                                (token, flags) -> hits.merge(token, Postings.with(NONE, place, flags), Segments::join));
            }
        }
        // In the order in which the table lies.
        List<String> tokens = new ArrayList<>(hits.keySet());
        Collections.sort(tokens);
        for (int from = 0; from < tokens.size(); from += ROWS_AT_ONCE) {
            insert(segment, tokens.subList(from, Math.min(tokens.size(), from + ROWS_AT_ONCE)), hits);
        }
        for (Map.Entry<Long, NamePage> each : pages.entrySet()) put(each.getKey(), each.getValue());
    }

    /** Many rows by one statement, as a JSON array in which nothing needs escaping. */
    private void insert(long segment, List<String> tokens, Map<String, byte[]> hits) throws SQLException {
        StringBuilder rows = new StringBuilder("[");
        for (String each : tokens) {
            rows.append(rows.length() > 1 ? ",[\"" : "[\"");
            hex(each.getBytes(StandardCharsets.UTF_8), rows);
            rows.append("\",\"");
            hex(hits.getOrDefault(each, NONE), rows);
            rows.append("\"]");
        }
        PreparedStatement insert = session.prepared("INSERT INTO posting (segment, token, hits)"
                + " SELECT ?1, CAST(unhex(j.value ->> 0) AS TEXT), unhex(j.value ->> 1) FROM json_each(?2) j");
        insert.setLong(1, segment);
        insert.setString(2, rows.append(']').toString());
        insert.executeUpdate();
    }

    private static void hex(byte[] bytes, StringBuilder to) {
        for (byte each : bytes) to.append(DIGITS.charAt(each >> 4 & 0xf)).append(DIGITS.charAt(each & 0xf));
    }

    private static byte[] join(byte[] before, byte[] behind) {
        byte[] both = Arrays.copyOf(before, before.length + behind.length);
        System.arraycopy(behind, 0, both, before.length, behind.length);
        return both;
    }

    /** @param before what the row at this place had until now */
    void revise(long place, Map<String, Integer> before, IndexedRow row, String text) throws SQLException {
        if (updateFresh(place, row.at(), text)) return;
        for (String each : new TreeSet<>(before.keySet())) if (!row.tokens().containsKey(each)) drop(place, each);
        for (Map.Entry<String, Integer> each : new TreeMap<>(row.tokens()).entrySet()) {
            if (!each.getValue().equals(before.get(each.getKey()))) add(place, each.getKey(), each.getValue());
        }
        NamePage page = page(place);
        if (page == null || page.at(place) == row.at()) return;
        page.at(place, row.at());
        put(NamePage.page(place), page);
    }

    /** @param before what the row at this place had until now */
    void remove(long place, Map<String, Integer> before) throws SQLException {
        PreparedStatement fresh = session.prepared("DELETE FROM fresh WHERE place = ?");
        fresh.setLong(1, place);
        if (fresh.executeUpdate() == 1) return;
        for (String each : new TreeSet<>(before.keySet())) drop(place, each);
        NamePage page = page(place);
        if (page == null) return;
        page.clear(place);
        put(NamePage.page(place), page);
    }

    private boolean updateFresh(long place, long at, String text) throws SQLException {
        PreparedStatement update = session.prepared("UPDATE fresh SET at = ?, tokens = ? WHERE place = ?");
        update.setLong(1, at);
        update.setString(2, text);
        update.setLong(3, place);
        return update.executeUpdate() == 1;
    }

    private void add(long place, String token, int flags) throws SQLException {
        long segment = Postings.segment(place);
        put(segment, token, Postings.with(hits(segment, token), place, flags));
    }

    private void drop(long place, String token) throws SQLException {
        long segment = Postings.segment(place);
        byte[] left = Postings.without(hits(segment, token), place);
        if (left.length > 0) {
            put(segment, token, left);
            return;
        }
        PreparedStatement delete = session.prepared("DELETE FROM posting WHERE segment = ? AND token = ?");
        delete.setLong(1, segment);
        delete.setString(2, token);
        delete.executeUpdate();
    }

    private byte[] hits(long segment, String token) throws SQLException {
        PreparedStatement query = session.prepared("SELECT hits FROM posting WHERE segment = ? AND token = ?");
        query.setLong(1, segment);
        query.setString(2, token);
        try (ResultSet result = query.executeQuery()) {
            return result.next() ? result.getBytes(1) : NONE;
        }
    }

    private void put(long segment, String token, byte[] hits) throws SQLException {
        PreparedStatement put = session.prepared("INSERT INTO posting (segment, token, hits) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET hits = excluded.hits");
        put.setLong(1, segment);
        put.setString(2, token);
        put.setBytes(3, hits);
        put.executeUpdate();
    }

    private @Nullable NamePage page(long place) throws SQLException {
        PreparedStatement query = session.prepared("SELECT names FROM placed WHERE page = ?");
        query.setLong(1, NamePage.page(place));
        try (ResultSet result = query.executeQuery()) {
            return result.next() ? new NamePage(result.getBytes(1)) : null;
        }
    }

    private void put(long page, NamePage names) throws SQLException {
        if (names.isEmpty()) {
            PreparedStatement delete = session.prepared("DELETE FROM placed WHERE page = ?");
            delete.setLong(1, page);
            delete.executeUpdate();
            return;
        }
        PreparedStatement put = session.prepared(
                "INSERT INTO placed (page, names) VALUES (?, ?)" + " ON CONFLICT DO UPDATE SET names = excluded.names");
        put.setLong(1, page);
        put.setBytes(2, names.bytes());
        put.executeUpdate();
    }
}
