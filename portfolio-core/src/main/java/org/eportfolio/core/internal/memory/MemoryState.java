package org.eportfolio.core.internal.memory;

import java.util.Comparator;
import java.util.Map;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/**
 * Everything the in-memory store keeps at one moment, but for the files. Immutable: a change makes a new world that
 * shares what it did not touch.
 *
 * @param postings the rows once more, by each of their keys
 * @param tips the last entry of each chain
 * @param position of the last entry in the feed
 * @param indexed what rows are found by
 * @param rules by which that is whole; empty while it is not
 */
public record MemoryState(
        SortedTree<RowName, Row> rows,
        SortedTree<Posting, Row> postings,
        SortedTree<Scope, Entry> tips,
        SortedTree<Place, Entry> chains,
        SortedTree<Long, FeedEntry> feed,
        long position,
        SortedTree<RowName, IndexedRow> indexed,
        String rules) {
    record Posting(Key key, RowName row) {
        static final Comparator<Posting> ORDER =
                Comparator.comparing(Posting::key, StoreOrder.KEYS).thenComparing(Posting::row, StoreOrder.ROWS_BY_ID);
    }

    /** Of an entry in its chain. */
    record Place(Scope scope, long number) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::scope, StoreOrder.SCOPES).thenComparing(Place::number);
    }

    public static final MemoryState EMPTY = new MemoryState(
            SortedTree.by(StoreOrder.ROWS),
            SortedTree.by(Posting.ORDER),
            SortedTree.by(StoreOrder.SCOPES),
            SortedTree.by(Place.ORDER),
            SortedTree.by(Comparator.<Long>naturalOrder()),
            0,
            SortedTree.by(StoreOrder.ROWS),
            "");

    Head head(Scope scope) {
        Entry tip = tips.get(scope);
        return tip == null ? Head.EMPTY : tip.head();
    }

    public MemoryState after(Change change) {
        for (Map.Entry<Scope, Head> basis : change.basis().entrySet()) {
            Head actual = head(basis.getKey());
            if (!actual.equals(basis.getValue())) {
                throw new StaleException(basis.getKey(), basis.getValue(), actual);
            }
        }
        MemoryState world = this;
        for (RowName name : change.removes()) world = world.without(name).found(IndexedRow.none(name));
        for (Row row : change.puts()) world = world.without(RowName.of(row)).with(row);
        for (Entry entry : change.entries()) world = world.with(entry);
        for (IndexedRow each : change.indexed()) world = world.found(each);
        return world;
    }

    private MemoryState found(IndexedRow row) {
        boolean there = !row.tokens().isEmpty();
        if (!there && indexed.get(row.name()) == null) return this;
        SortedTree<RowName, IndexedRow> after = there ? indexed.with(row.name(), row) : indexed.without(row.name());
        return new MemoryState(rows, postings, tips, chains, feed, position, after, rules);
    }

    /** The same, its index whole by these rules. */
    public MemoryState wholeBy(String newRules) {
        return new MemoryState(rows, postings, tips, chains, feed, position, indexed, newRules);
    }

    /** The same, with nothing indexed. */
    public MemoryState withoutIndex() {
        return new MemoryState(rows, postings, tips, chains, feed, position, EMPTY.indexed, "");
    }

    private MemoryState without(RowName name) {
        Row row = rows.get(name);
        if (row == null) return this;
        SortedTree<Posting, Row> left = postings;
        for (Key key : row.keys()) left = left.without(new Posting(key, name));
        return new MemoryState(rows.without(name), left, tips, chains, feed, position, indexed, rules);
    }

    private MemoryState with(Row row) {
        RowName name = RowName.of(row);
        SortedTree<Posting, Row> more = postings;
        for (Key key : row.keys()) more = more.with(new Posting(key, name), row);
        return new MemoryState(rows.with(name, row), more, tips, chains, feed, position, indexed, rules);
    }

    private MemoryState with(Entry entry) {
        Head head = head(entry.scope());
        if (entry.number() != head.length() + 1) {
            throw new StaleException(entry.scope(), new Head(entry.number() - 1, Hash.NONE), head);
        }
        return new MemoryState(
                rows,
                postings,
                tips.with(entry.scope(), entry),
                chains.with(new Place(entry.scope(), entry.number()), entry),
                feed.with(position + 1, new FeedEntry(position + 1, entry)),
                position + 1,
                indexed,
                rules);
    }
}
