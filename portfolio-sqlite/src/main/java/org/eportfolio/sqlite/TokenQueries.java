package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot's index is asked. Where scopes are named, what their rows have is looked through, and nothing else; of all,
 * what is fresh is, and of each segment the rows of the tokens that are wanted.
 */
final class TokenQueries {
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

    /** @param hexed the scopes of the query, in their order, as a JSON array of hexadecimal ids; {@code null} for all */
    List<IndexHit> hits(IndexQuery query, @Nullable String hexed) throws SQLException {
        WantedTokens wanted = new WantedTokens(query);
        Map<Long, Kind> asked = asked(query.kinds());
        List<Scope> scopes = query.scopes();
        List<IndexHit> hits = new ArrayList<>();
        if (scopes != null && hexed != null) {
            inScopes(scopes, hexed, wanted, asked, hits);
        } else {
            fresh(wanted, asked, hits);
            new SegmentQuery(session, asked).run(wanted, hits);
        }
        return hits;
    }

    private Map<Long, Kind> asked(Set<Kind> kinds) throws SQLException {
        Map<Long, Kind> asked = new HashMap<>();
        for (Kind each : kinds) {
            Long key = this.kinds.key(each, session);
            if (key != null) asked.put(key, each);
        }
        return asked;
    }

    private void inScopes(
            List<Scope> scopes, String hexed, WantedTokens wanted, Map<Long, Kind> asked, List<IndexHit> hits)
            throws SQLException {
        PreparedStatement query = session.prepared("SELECT j.key, x.kind, x.id, x.at, x.tokens FROM json_each(?) j"
                + " CROSS JOIN scope s ON s.id = unhex(j.value) CROSS JOIN indexed x ON x.scope = s.key");
        query.setString(1, hexed);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Kind kind = asked.get(row.getLong(2));
                if (kind != null) found(row, scopes.get(row.getInt(1)), kind, wanted, hits);
            }
        }
    }

    private void fresh(WantedTokens wanted, Map<Long, Kind> asked, List<IndexHit> hits) throws SQLException {
        try (ResultSet row = session.prepared("SELECT scope, kind, id, at, tokens FROM fresh")
                .executeQuery()) {
            while (row.next()) {
                Kind kind = asked.get(row.getLong(2));
                if (kind != null) found(row, null, kind, wanted, hits);
            }
        }
    }

    /** @param scope {@code null}: the one of which the row's first column has the id */
    private static void found(ResultSet row, @Nullable Scope scope, Kind kind, WantedTokens wanted, List<IndexHit> hits)
            throws SQLException {
        List<WantedTokens.Found> found = wanted.in(row.getBytes(5));
        if (found.isEmpty()) return;
        Scope in = scope != null ? scope : new Scope(UuidBytes.uuid(row.getBytes(1)));
        RowName name = new RowName(in, kind, UuidBytes.uuid(row.getBytes(3)));
        long at = row.getLong(4);
        for (WantedTokens.Found each : found) hits.add(new IndexHit(name, at, each.token(), each.flags()));
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
                String tokens = new String(row.getBytes(4), StandardCharsets.UTF_8);
                found.add(new IndexedRow(name, row.getLong(3), IndexedRow.tokens(tokens)));
            }
        }
        return found;
    }
}
