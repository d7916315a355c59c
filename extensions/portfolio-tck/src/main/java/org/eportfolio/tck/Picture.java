package org.eportfolio.tck;

import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.EVERYBODY;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.PENDING;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;

/** All that a view shows of the examples; two pictures are equal if nothing moved between them. */
record Picture(
        List<Head> heads,
        List<Scope> scopes,
        List<Row> rows,
        List<Row> among,
        List<Row> pending,
        List<Row> anyPending,
        List<Entry> entries,
        List<FeedEntry> feed) {
    private static final int ALL = 100_000;

    static Picture of(View view) {
        List<Head> heads = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Scope scope : EVERYBODY) {
            heads.add(view.head(scope));
            rows.addAll(view.list(scope, ASSESSMENT, null, ALL));
            rows.addAll(view.list(scope, GOAL, null, ALL));
            entries.addAll(view.entries(scope, 0, ALL));
        }
        return new Picture(
                heads,
                view.scopes(null, ALL),
                rows,
                view.among(EVERYBODY, ASSESSMENT),
                view.where(PENDING, null, ALL),
                view.whereAny(List.of(PENDING)),
                entries,
                view.feed(0, ALL));
    }
}
