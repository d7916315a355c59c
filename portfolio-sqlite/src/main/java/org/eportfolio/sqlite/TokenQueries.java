package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** What a snapshot's index is asked. Each token, or beginning, is a stretch of the table in each scope. */
final class TokenQueries {
    /** Behind all that begins with something: no character comes after it. */
    private static final String LAST = "\udbff\udfff";

    private static final String STRETCH = " CROSS JOIN token t ON t.scope = s.key AND t.token >= ?1 AND t.token <= ?2"
            + " CROSS JOIN indexed x ON x.scope = t.scope AND x.kind = t.kind AND x.id = t.id";
    private static final String COLUMNS = "SELECT s.id, t.kind, t.id, t.token, t.flags, x.at FROM ";
    private static final String EVERYWHERE = COLUMNS + "scope s" + STRETCH;
    private static final String IN_SCOPES =
            COLUMNS + "json_each(?3) j CROSS JOIN scope s ON s.id = unhex(j.value)" + STRETCH;

    private final Session session;
    private final KindNumbers kinds;

    TokenQueries(Session session, KindNumbers kinds) {
        this.session = session;
        this.kinds = kinds;
    }

    String rules() throws SQLException {
        try (ResultSet result =
                session.prepared("SELECT value FROM meta WHERE name = 'index'").executeQuery()) {
            return result.next() ? result.getString(1) : "";
        }
    }

    /** @param scopes as a JSON array of hexadecimal ids; empty for all */
    List<IndexHit> hits(IndexQuery query, String scopes) throws SQLException {
        Set<String> beginnings = shortest(query.beginnings());
        List<IndexHit> hits = new ArrayList<>();
        Map<Long, Kind> wanted = wanted(query.kinds());
        for (String each : beginnings) stretch(each, each + LAST, scopes, wanted, hits);
        for (String each : query.tokens()) {
            if (beginnings.stream().noneMatch(each::startsWith)) stretch(each, each, scopes, wanted, hits);
        }
        return hits;
    }

    /** Without those that another one includes. */
    private static Set<String> shortest(Set<String> beginnings) {
        Set<String> shortest = new HashSet<>();
        for (String each : new TreeSet<>(beginnings)) {
            if (shortest.stream().noneMatch(each::startsWith)) shortest.add(each);
        }
        return shortest;
    }

    private Map<Long, Kind> wanted(Set<Kind> asked) throws SQLException {
        Map<Long, Kind> wanted = new HashMap<>();
        for (Kind each : asked) {
            Long key = kinds.key(each, session);
            if (key != null) wanted.put(key, each);
        }
        return wanted;
    }

    private void stretch(String from, String to, String scopes, Map<Long, Kind> wanted, List<IndexHit> hits)
            throws SQLException {
        PreparedStatement query = session.prepared(scopes.isEmpty() ? EVERYWHERE : IN_SCOPES);
        query.setString(1, from);
        query.setString(2, to);
        if (!scopes.isEmpty()) query.setString(3, scopes);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Kind kind = wanted.get(row.getLong(2));
                if (kind == null) continue;
                RowName name =
                        new RowName(new Scope(UuidBytes.uuid(row.getBytes(1))), kind, UuidBytes.uuid(row.getBytes(3)));
                String token = new String(row.getBytes(4), StandardCharsets.UTF_8);
                hits.add(new IndexHit(name, row.getLong(6), token, row.getInt(5)));
            }
        }
    }

    List<IndexedRow> of(Scope scope) throws SQLException {
        List<IndexedRow> found = new ArrayList<>();
        PreparedStatement query =
                session.prepared("SELECT x.kind, x.id, x.at, x.tokens FROM scope s CROSS JOIN indexed x"
                        + " ON x.scope = s.key WHERE s.id = ?");
        query.setBytes(1, UuidBytes.bytes(scope.id()));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                UUID id = UuidBytes.uuid(row.getBytes(2));
                RowName name = new RowName(scope, kinds.kind(row.getLong(1), session), id);
                found.add(new IndexedRow(name, row.getLong(3), IndexedRow.tokens(row.getString(4))));
            }
        }
        return found;
    }
}
