package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of a store whole, scope by scope, each in a commit of its own that holds only while the scope has not moved;
 * others commit meanwhile and index what they write. Thread-safe.
 */
public final class IndexBuilding {
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 100;

    private final PortfolioStore store;
    private final SearchIndex index;
    private final Indexing indexing;
    private final ReentrantLock building = new ReentrantLock();
    private @Nullable UUID done;

    public IndexBuilding(PortfolioStore store, SearchIndex index, Indexing indexing) {
        this.store = store;
        this.index = index;
        this.indexing = indexing;
    }

    /** Whether all is indexed by today's rules. */
    public boolean isWhole() {
        return store.<Boolean>read(view -> view.indexedBy().equals(indexing.rules()));
    }

    /** In a store in which nothing is yet, nothing is left out. */
    void beginIfEmpty() {
        boolean empty =
                store.<Boolean>read(view -> view.head(Scope.ORGANISATION).equals(Head.EMPTY)
                        && view.indexedBy().isEmpty());
        if (empty) index.wholeBy(indexing.rules());
    }

    /** Goes on where it was left, for so many scopes; nothing if another thread is at it, or if it is whole. */
    public void goOn(int scopes) {
        if (isWhole() || !building.tryLock()) return;
        try {
            on(scopes, looked -> {});
        } finally {
            building.unlock();
        }
    }

    /**
     * Forgets the index and makes it anew, of everything.
     *
     * @param looked how many scopes were looked through
     */
    public void anew(LongConsumer looked) {
        building.lock();
        try {
            done = null;
            index.clear();
            on(Integer.MAX_VALUE, looked);
        } finally {
            building.unlock();
        }
    }

    private void on(int scopes, LongConsumer looked) {
        long count = 0;
        while (count < scopes) {
            UUID after = done;
            List<Scope> page = store.read(view -> view.scopes(after, PAGE));
            for (Scope each : page) {
                CancelledException.ifInterrupted();
                complete(each);
                done = each.id();
                looked.accept(++count);
            }
            if (page.size() < PAGE) {
                done = null;
                index.wholeBy(indexing.rules());
                return;
            }
        }
    }

    private void complete(Scope scope) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Change change = store.read(view -> {
                Map<Scope, Head> basis = Map.of(scope, view.head(scope));
                return new Change(basis, List.of(), List.of(), List.of(), Set.of(), lacking(scope, view));
            });
            if (change.indexed().isEmpty()) return;
            try {
                store.commit(change);
                return;
            } catch (StaleException moved) {
                Thread.onSpinWait();
            }
        }
        throw ConflictException.state("conflict.busy", ATTEMPTS);
    }

    /** What the index does not know, or knows otherwise, of a scope. What cannot be read is left for the journal to name. */
    private List<IndexedRow> lacking(Scope scope, View view) {
        List<IndexedRow> wanted = new ArrayList<>();
        for (RecordKind<?> kind : indexing.kinds()) {
            for (Row row : view.list(scope, kind.kind(), null, Integer.MAX_VALUE)) {
                wanted.add(wanted(kind, RowName.of(row), () -> Reading.stored(kind, row)));
            }
        }
        return lacking(wanted, view.indexed(scope));
    }

    /**
     * What the index of a scope would have to hold.
     *
     * @param wanted of each record of the scope that is indexed
     * @param indexed what the index has of the scope
     */
    public static List<IndexedRow> lacking(List<IndexedRow> wanted, List<IndexedRow> indexed) {
        Map<RowName, IndexedRow> known = new HashMap<>();
        indexed.forEach(row -> known.put(row.name(), row));
        List<IndexedRow> lacking = new ArrayList<>();
        for (IndexedRow each : wanted) {
            IndexedRow there = known.remove(each.name());
            boolean same = there == null ? each.tokens().isEmpty() : each.equals(there);
            if (!same) lacking.add(each);
        }
        known.keySet().forEach(name -> lacking.add(IndexedRow.none(name)));
        return lacking;
    }

    /** Whether records of this kind are indexed. */
    public boolean indexes(RecordKind<?> kind) {
        return indexing.indexes(kind);
    }

    /** What a record is found by; nothing for one that cannot be read. */
    public IndexedRow wanted(RecordKind<?> kind, RowName name, Supplier<?> record) {
        try {
            return indexing.row(kind, name, record.get());
        } catch (RuntimeException damaged) {
            return IndexedRow.none(name);
        }
    }
}
