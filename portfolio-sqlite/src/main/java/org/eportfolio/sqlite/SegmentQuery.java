package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/** Looks through all segments for tokens, each of which is a stretch of rows in each segment. For one query. */
final class SegmentQuery {
    /** Behind all that begins with something: no character comes after it. */
    private static final String LAST = "\udbff\udfff";

    private final Session session;
    private final Map<Long, Kind> kinds;
    private final List<Found> found = new ArrayList<>();
    private final Map<Long, NamePage> pages = new HashMap<>();
    private final Map<Long, RowName> names = new HashMap<>();

    /** @param kinds the kinds that are asked for, by their numbers */
    SegmentQuery(Session session, Map<Long, Kind> kinds) {
        this.session = session;
        this.kinds = kinds;
    }

    private record Found(long place, String token, int flags) {}

    void run(WantedTokens wanted, List<IndexHit> hits) throws SQLException {
        long last = Postings.segment(session.number("SELECT max(page) FROM placed") * NamePage.PLACES);
        if (last == 0) return;
        String segments = json(LongStream.rangeClosed(1, last));
        for (String each : wanted.beginnings()) stretch(each, each + LAST, segments);
        for (String each : wanted.tokens()) stretch(each, each, segments);
        read();
        for (Found each : found) {
            NamePage page = pages.get(NamePage.page(each.place()));
            RowName name = page == null ? null : name(page, each.place());
            if (page != null && name != null) {
                hits.add(new IndexHit(name, page.at(each.place()), each.token(), each.flags()));
            }
        }
    }

    private static String json(LongStream numbers) {
        return numbers.mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private void stretch(String from, String to, String segments) throws SQLException {
        PreparedStatement query = session.prepared("SELECT p.segment, p.hits, p.token FROM json_each(?3) s"
                + " CROSS JOIN posting p ON p.segment = s.value AND p.token >= ?1 AND p.token <= ?2");
        query.setString(1, from);
        query.setString(2, to);
        query.setString(3, segments);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String token = from.equals(to) ? from : new String(row.getBytes(3), StandardCharsets.UTF_8);
                long segment = row.getLong(1);
                byte[] hits = row.getBytes(2);
                for (int i = 0; i < Postings.count(hits); i++) {
                    found.add(new Found(Postings.place(hits, i, segment), token, Postings.flags(hits, i)));
                }
            }
        }
    }

    /** The pages of all that was found, at once. */
    private void read() throws SQLException {
        TreeSet<Long> wanted = new TreeSet<>();
        long last = -1;
        for (Found each : found) {
            long page = NamePage.page(each.place());
            // The records of a row mostly follow each other.
            if (page != last) wanted.add(page);
            last = page;
        }
        PreparedStatement query =
                session.prepared("SELECT n.page, n.names FROM json_each(?) j CROSS JOIN placed n ON n.page = j.value");
        query.setString(1, json(wanted.stream().mapToLong(Long::longValue)));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) pages.put(row.getLong(1), new NamePage(row.getBytes(2)));
        }
    }

    private @Nullable RowName name(NamePage page, long place) {
        Kind kind = kinds.get(page.kind(place));
        return kind == null ? null : names.computeIfAbsent(place, each -> page.name(each, kind));
    }
}
