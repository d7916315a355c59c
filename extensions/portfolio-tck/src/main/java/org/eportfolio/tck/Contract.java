package org.eportfolio.tck;

import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.puts;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives each test an empty store, and the few sentences in which the tests speak to it. */
@ExtendWith(TestTimeout.class)
abstract class Contract {
    static final int ALL = 100_000;

    private final Supplier<? extends StoreFixture> fixtures;
    StoreFixture fixture;
    PortfolioStore store;

    @SuppressWarnings("NullAway.Init") // JUnit calls openFreshStore before each test
    Contract(Supplier<? extends StoreFixture> fixtures) {
        this.fixtures = fixtures;
    }

    @BeforeEach
    void openFreshStore() throws Exception {
        fixture = fixtures.get();
        store = fixture.open();
    }

    @AfterEach
    void letGo() throws Exception {
        try {
            if (store != null) store.close();
        } finally {
            if (fixture != null) fixture.clear();
        }
    }

    final boolean has(Capability capability) {
        return fixture.capabilities().contains(capability);
    }

    /** Puts the rows and appends one entry where the scope stands now. */
    final Head acted(Scope scope, Row... rows) {
        Change change = act(scope, head(scope), rows);
        store.commit(change);
        return change.entries().get(0).head();
    }

    final void put(Row... rows) {
        store.commit(puts(List.of(rows)));
    }

    /** As core does it: reads, decides, commits, and starts again when another writer was faster. */
    final void insist(Function<View, Change> decide) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                store.commit(store.read(decide));
                return;
            } catch (StaleException moved) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("gave up: the commit was refused as stale all the time");
    }

    /** The list that a read returns; helps the compiler to infer its type. */
    final <T> List<T> listed(Function<View, List<T>> look) {
        return store.read(look);
    }

    final Head head(Scope scope) {
        return store.read(view -> view.head(scope));
    }

    final List<Row> list(Scope scope, Kind kind) {
        return store.read(view -> view.list(scope, kind, null, ALL));
    }

    final List<Row> where(Key key) {
        return store.read(view -> view.where(key, null, ALL));
    }

    final List<Entry> entries(Scope scope) {
        return store.read(view -> view.entries(scope, 0, ALL));
    }

    final List<Entry> feed() {
        return store.read(view -> view.feed(0, ALL)).stream()
                .map(FeedEntry::entry)
                .toList();
    }

    final Picture picture() {
        return store.read(Picture::of);
    }
}
