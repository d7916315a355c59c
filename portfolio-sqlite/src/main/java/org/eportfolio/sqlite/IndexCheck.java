package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.spi.IndexedRow;

/** Looks whether what a school is searched by is what stands beside its rows, no more and no less. For one look. */
final class IndexCheck {
    private final Session session;
    private final Set<String> misled = new LinkedHashSet<>();
    private final Set<String> unfound = new LinkedHashSet<>();

    IndexCheck(Session session) {
        this.session = session;
    }

    List<Message> faults(int most) throws SQLException {
        List<Message> faults = new ArrayList<>();
        each("SELECT hex(x.id) FROM indexed x LEFT JOIN record r"
                        + " ON r.scope = x.scope AND r.kind = x.kind AND r.id = x.id WHERE r.id IS NULL")
                .forEach(id -> faults.add(Failures.message("check.indexed-without-row", id)));
        misled.addAll(each("SELECT hex(f.id) FROM fresh f LEFT JOIN scope s ON s.id = f.scope LEFT JOIN indexed x"
                + " ON x.scope = s.key AND x.kind = f.kind AND x.id = f.id AND x.place = f.place AND x.at = f.at"
                + " AND x.tokens = f.tokens WHERE x.id IS NULL"));
        long known = session.number("SELECT count(*) FROM fresh");
        long segments = Math.max(
                session.number("SELECT max(segment) FROM posting"),
                Postings.segment(session.number("SELECT max(page) FROM placed") * NamePage.PLACES));
        for (long segment = 1; segment <= segments && misled.size() + unfound.size() <= most; segment++) {
            known += segment(segment);
        }
        if (known < session.number("SELECT count(*) FROM indexed")) withoutPlace();
        misled.forEach(id -> faults.add(Failures.message("check.token-without-row", id)));
        unfound.forEach(id -> faults.add(Failures.message("check.row-without-token", id)));
        return faults;
    }

    private List<String> each(String query) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet result = session.prepared(query).executeQuery()) {
            while (result.next()) ids.add(result.getString(1));
        }
        return ids;
    }

    /** How many rows stand in it. */
    private long segment(long segment) throws SQLException {
        Map<Long, String> ids = new HashMap<>();
        Map<String, Map<Long, Integer>> expected = new HashMap<>();
        for (Map.Entry<Long, NamePage> each : pages(segment).entrySet()) {
            long first = each.getKey() * NamePage.PLACES;
            for (long place = first; place < first + NamePage.PLACES; place++) {
                if (each.getValue().kind(place) != 0) named(place, each.getValue(), ids, expected);
            }
        }
        compare(segment, ids, expected);
        return ids.size();
    }

    private Map<Long, NamePage> pages(long segment) throws SQLException {
        Map<Long, NamePage> pages = new HashMap<>();
        PreparedStatement query =
                session.prepared("SELECT page, names FROM placed WHERE page >= ? AND page < ? ORDER BY page");
        query.setLong(1, NamePage.page(Postings.firstPlace(segment)));
        query.setLong(2, NamePage.page(Postings.firstPlace(segment + 1)));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) pages.put(row.getLong(1), new NamePage(row.getBytes(2)));
        }
        return pages;
    }

    private void named(long place, NamePage page, Map<Long, String> ids, Map<String, Map<Long, Integer>> expected)
            throws SQLException {
        UUID id = page.id(place);
        PreparedStatement query = session.prepared("SELECT x.tokens FROM scope s CROSS JOIN indexed x"
                + " ON x.scope = s.key AND x.kind = ? AND x.id = ? AND x.place = ? AND x.at = ? WHERE s.id = ?");
        query.setLong(1, page.kind(place));
        query.setBytes(2, UuidBytes.bytes(id));
        query.setLong(3, place);
        query.setLong(4, page.at(place));
        query.setBytes(5, UuidBytes.bytes(page.scope(place)));
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                misled.add(shown(id));
                return;
            }
            ids.put(place, shown(id));
            IndexedRow.tokens(new String(row.getBytes(1), StandardCharsets.UTF_8))
                    .forEach((token, flags) -> expected.computeIfAbsent(token, each -> new HashMap<>())
                            .put(place, flags));
        }
    }

    private static String shown(UUID id) {
        return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private void compare(long segment, Map<Long, String> ids, Map<String, Map<Long, Integer>> expected)
            throws SQLException {
        PreparedStatement query = session.prepared("SELECT token, hits FROM posting WHERE segment = ?");
        query.setLong(1, segment);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Map<Long, Integer> having =
                        expected.getOrDefault(new String(row.getBytes(1), StandardCharsets.UTF_8), Map.of());
                byte[] hits = row.getBytes(2);
                for (int i = 0; i < Postings.count(hits); i++) {
                    long place = Postings.place(hits, i, segment);
                    Integer flags = having.isEmpty() ? null : having.remove(place);
                    if (flags == null || flags != Postings.flags(hits, i)) {
                        misled.add(ids.getOrDefault(place, Long.toString(place)));
                    }
                }
            }
        }
        expected.values().forEach(each -> each.keySet().forEach(place -> unfound.add(ids.get(place))));
    }

    /** Rows that are neither fresh nor of a segment. */
    private void withoutPlace() throws SQLException {
        try (ResultSet row = session.prepared("SELECT x.id, x.place, n.names FROM indexed x"
                        + " LEFT JOIN placed n ON n.page = x.place / " + NamePage.PLACES
                        + " WHERE NOT EXISTS (SELECT 1 FROM fresh f WHERE f.place = x.place)")
                .executeQuery()) {
            while (row.next()) {
                UUID id = UuidBytes.uuid(row.getBytes(1));
                byte[] names = row.getBytes(3);
                if (names == null || !new NamePage(names).id(row.getLong(2)).equals(id)) unfound.add(shown(id));
            }
        }
    }
}
