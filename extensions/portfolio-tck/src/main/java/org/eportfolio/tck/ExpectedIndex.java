package org.eportfolio.tck;

import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** Random changes to many rows of three scopes, and what a store's index must hold after each of them. */
final class ExpectedIndex {
    static final List<Scope> SCOPES = List.of(ANNA, BRUNO, CHLOE);

    private static final int ROWS_OF_A_CHANGE = 60;

    private final Random random;
    private final int rows;
    private final Map<RowName, IndexedRow> expected = new HashMap<>();

    /** @param rows how many there are at most; also the seed */
    ExpectedIndex(int rows) {
        this.rows = rows;
        random = new Random(rows);
    }

    /** Some rows come, change or go. */
    Change next() {
        List<Row> puts = new ArrayList<>();
        List<RowName> removes = new ArrayList<>();
        Map<RowName, IndexedRow> indexed = new HashMap<>();
        for (int i = 0; i < ROWS_OF_A_CHANGE; i++) {
            int number = random.nextInt(rows);
            Row row = row(SCOPES.get(number % 3), number % 2 == 0 ? ASSESSMENT : GOAL, id(number), "{}");
            RowName name = RowName.of(row);
            if (indexed.containsKey(name) || removes.contains(name)) continue;
            if (expected.containsKey(name) && random.nextInt(3) == 0) {
                removes.add(name);
                expected.remove(name);
                continue;
            }
            IndexedRow found = new IndexedRow(name, random.nextInt(1_000), tokens());
            puts.add(row);
            indexed.put(name, found);
            expected.put(name, found);
        }
        return new Change(Map.of(), removes, puts, List.of(), Set.of(), List.copyOf(indexed.values()));
    }

    /** Some of which are in many rows, and most in few. */
    private Map<String, Integer> tokens() {
        Map<String, Integer> tokens = new HashMap<>();
        for (int k = random.nextInt(12) + 1; k > 0; k--) {
            tokens.put("mot" + (int) Math.exp(random.nextDouble() * 7), random.nextInt(IndexedRow.ALL_FLAGS + 1));
        }
        return tokens;
    }

    List<IndexedRow> of(Scope scope) {
        return expected.values().stream()
                .filter(each -> each.name().scope().equals(scope))
                .toList();
    }

    List<IndexHit> hits(IndexQuery query) {
        List<IndexHit> hits = new ArrayList<>();
        List<Scope> scopes = query.scopes();
        for (IndexedRow row : expected.values()) {
            if (scopes != null && !scopes.contains(row.name().scope())) continue;
            if (!query.kinds().contains(row.name().kind())) continue;
            row.tokens().forEach((token, flags) -> {
                boolean asked = query.tokens().contains(token)
                        || query.beginnings().stream().anyMatch(token::startsWith);
                if (asked) hits.add(new IndexHit(row.name(), row.at(), token, flags));
            });
        }
        return hits;
    }
}
