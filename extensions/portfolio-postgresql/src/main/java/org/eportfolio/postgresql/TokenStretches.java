package org.eportfolio.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/**
 * What is asked of an index: each token, or beginning, is a stretch of the table in each scope, or of the school's own index.
 *
 * @param from the first token of each stretch
 * @param to the last that may be in it
 */
record TokenStretches(String[] from, String[] to) {
    /** Behind all that begins with something: no character comes after it. */
    private static final String LAST = "\udbff\udfff";

    private static final String COLUMNS =
            "SELECT t.scope, t.kind, t.id, t.token, t.flags, x.at FROM (SELECT CAST(? AS uuid))"
                    + " AS q (school) CROSS JOIN ";
    private static final String STRETCHES = "unnest(?, ?) AS w (low, high) CROSS JOIN LATERAL"
            + " (SELECT t.scope, t.kind, t.id, t.token, t.flags FROM portfolio.token t WHERE t.school = q.school";
    /** OFFSET 0 keeps the planner from walking through a whole school. */
    private static final String BETWEEN = " AND t.token >= w.low AND t.token <= w.high OFFSET 0) AS t"
            + " CROSS JOIN LATERAL (SELECT x.at FROM portfolio.indexed x WHERE x.school = q.school AND x.scope = t.scope"
            + " AND x.kind = t.kind AND x.id = t.id OFFSET 0) AS x WHERE t.kind = ANY (?)";

    static final String IN_SCOPES =
            COLUMNS + "unnest(?) AS s (scope) CROSS JOIN " + STRETCHES + " AND t.scope = s.scope" + BETWEEN;
    static final String EVERYWHERE = COLUMNS + STRETCHES + BETWEEN;

    /** Each token in one stretch alone. */
    static TokenStretches of(IndexQuery query) {
        Set<String> beginnings = new HashSet<>();
        for (String each : new TreeSet<>(query.beginnings())) {
            if (beginnings.stream().noneMatch(each::startsWith)) beginnings.add(each);
        }
        List<String> from = new ArrayList<>(beginnings);
        List<String> to = new ArrayList<>();
        beginnings.forEach(each -> to.add(each + LAST));
        for (String each : query.tokens()) {
            if (beginnings.stream().anyMatch(each::startsWith)) continue;
            from.add(each);
            to.add(each);
        }
        return new TokenStretches(from.toArray(String[]::new), to.toArray(String[]::new));
    }

    static IndexHit hit(ResultSet row) throws SQLException {
        RowName name = new RowName(
                new Scope(row.getObject(1, UUID.class)), new Kind(row.getString(2)), row.getObject(3, UUID.class));
        return new IndexHit(name, row.getLong(6), row.getString(4), row.getInt(5));
    }
}
