package org.eportfolio.core;

import java.util.Comparator;
import java.util.Map;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Fed;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/**
 * Everything an {@link InMemoryStore} keeps at one moment, but for the files. Immutable: a change makes a new world that
 * shares what it did not touch.
 *
 * @param postings the rows once more, by each of their keys
 * @param tips the last entry of each chain
 * @param position of the last entry in the feed
 */
record World(
        SortedTree<RowName, Row> rows,
        SortedTree<Posting, Row> postings,
        SortedTree<Scope, Entry> tips,
        SortedTree<Place, Entry> chains,
        SortedTree<Long, Fed> feed,
        long position) {
    record Posting(Key key, RowName row) {
        static final Comparator<Posting> ORDER =
                Comparator.comparing(Posting::key, Order.KEYS).thenComparing(Posting::row, Order.ROWS_BY_ID);
    }

    /** Of an entry in its chain. */
    record Place(Scope scope, long number) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::scope, Order.SCOPES).thenComparing(Place::number);
    }

    static final World EMPTY = new World(
            SortedTree.by(Order.ROWS),
            SortedTree.by(Posting.ORDER),
            SortedTree.by(Order.SCOPES),
            SortedTree.by(Place.ORDER),
            SortedTree.by(Comparator.<Long>naturalOrder()),
            0);

    Head head(Scope scope) {
        Entry tip = tips.get(scope);
        return tip == null ? Head.EMPTY : tip.head();
    }

    World after(Change change) {
        for (Map.Entry<Scope, Head> basis : change.basis().entrySet()) {
            Head actual = head(basis.getKey());
            if (!actual.equals(basis.getValue())) {
                throw new StaleException(basis.getKey(), basis.getValue(), actual);
            }
        }
        World world = this;
        for (RowName name : change.removes()) world = world.without(name);
        for (Row row : change.puts()) world = world.without(RowName.of(row)).with(row);
        for (Entry entry : change.entries()) world = world.with(entry);
        return world;
    }

    private World without(RowName name) {
        Row row = rows.get(name);
        if (row == null) return this;
        SortedTree<Posting, Row> left = postings;
        for (Key key : row.keys()) left = left.without(new Posting(key, name));
        return new World(rows.without(name), left, tips, chains, feed, position);
    }

    private World with(Row row) {
        RowName name = RowName.of(row);
        SortedTree<Posting, Row> more = postings;
        for (Key key : row.keys()) more = more.with(new Posting(key, name), row);
        return new World(rows.with(name, row), more, tips, chains, feed, position);
    }

    private World with(Entry entry) {
        Head head = head(entry.scope());
        if (entry.number() != head.length() + 1) {
            throw new StaleException(entry.scope(), new Head(entry.number() - 1, Hash.NONE), head);
        }
        return new World(
                rows,
                postings,
                tips.with(entry.scope(), entry),
                chains.with(new Place(entry.scope(), entry.number()), entry),
                feed.with(position + 1, new Fed(position + 1, entry)),
                position + 1);
    }
}
