package org.eportfolio.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** Small examples for the tests of this store. */
final class Dossiers {
    static final Kind PRODUCTION = new Kind("production");

    private Dossiers() {}

    static UUID id(long number) {
        return new UUID(0x0190_0000_0000_7000L, number);
    }

    static Scope dossier(long number) {
        return new Scope(id(number));
    }

    static Row row(Scope scope, long number, String body, Key... keys) {
        return new Row(scope, PRODUCTION, id(number), body, Set.of(keys));
    }

    /** The entry that follows this head; another body is another hash. */
    static Entry entry(Scope scope, Head after, String body) {
        byte[] bytes = Keys.sha256().digest((after + body).getBytes(StandardCharsets.UTF_8));
        return new Entry(scope, after.length() + 1, Hash.of(bytes), body);
    }

    /** Puts the rows with one entry in their scope. */
    static Change putting(Head head, Row... rows) {
        Scope scope = rows[0].scope();
        return new Change(Map.of(scope, head), List.of(), List.of(rows), List.of(entry(scope, head, rows[0].body())));
    }

    static Change removing(Head head, Row row) {
        Scope scope = row.scope();
        return new Change(
                Map.of(scope, head), List.of(RowName.of(row)), List.of(), List.of(entry(scope, head, "gone")));
    }

    static Head head(PortfolioStore store, Scope scope) {
        return store.read(view -> view.head(scope));
    }

    static List<Row> rows(PortfolioStore store, Scope scope) {
        return store.read(view -> view.list(scope, PRODUCTION, null, 1_000));
    }

    static void put(PortfolioStore store, Row... rows) {
        store.commit(putting(head(store, rows[0].scope()), rows));
    }
}
