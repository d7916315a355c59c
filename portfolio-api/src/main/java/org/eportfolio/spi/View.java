package org.eportfolio.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of a store, valid inside {@link PortfolioStore#read} and on its thread only. What was committed after
 * the snapshot began is not seen. Every list is a copy that may be kept. Rows are in the order of their ids' 16 bytes,
 * unsigned; with core's UUIDv7 ids that is the order of creation. A limit is 1 or more.
 */
public interface View {
    /** Where the scope's chain stands; {@link Head#EMPTY} for a scope that was never written to. */
    Head head(Scope scope);

    /** The heads of several scopes; one round trip in a store that can, however many scopes. */
    default Map<Scope, Head> heads(Collection<Scope> scopes) {
        Map<Scope, Head> heads = new HashMap<>();
        scopes.forEach(scope -> heads.put(scope, head(scope)));
        return heads;
    }

    /**
     * The position of the feed's last entry, 0 before the first: two snapshots of one store at the same position are the
     * same. Core asks it often, so it must cost nothing; a store that cannot say so answers -1, and core then looks at
     * heads instead.
     */
    default long position() {
        return -1;
    }

    /** Scopes that have a head, in the order of their ids, beginning after {@code after} ({@code null}: at the first). */
    List<Scope> scopes(@Nullable UUID after, int limit);

    Optional<Row> find(Scope scope, Kind kind, UUID id);

    /** At most {@code limit} rows of one scope and kind whose id is greater than {@code after} ({@code null}: all). */
    List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit);

    /**
     * The rows of these names that are there, in no order. This default looks for each; a store behind a network does it in one
     * round trip.
     */
    default List<Row> rows(Collection<RowName> names) {
        return names.stream()
                .flatMap(name -> find(name.scope(), name.kind(), name.id()).stream())
                .toList();
    }

    /**
     * At most {@code limit} rows of these kinds in a scope, one kind after the other in an order of the store's own that stays as
     * it is, and of each kind by id; beginning after {@code after} ({@code null}: at the first). A store that keeps a scope
     * together reads it in one go; this default lists kind by kind.
     *
     * @param kinds the same set for each page
     */
    default List<Row> listAll(Scope scope, Set<Kind> kinds, @Nullable RowName after, int limit) {
        List<Row> found = new ArrayList<>();
        RowName from = after;
        for (Kind kind : kinds) {
            if (from != null && !kind.equals(from.kind())) continue;
            found.addAll(list(scope, kind, from == null ? null : from.id(), limit - found.size()));
            from = null;
            if (found.size() == limit) break;
        }
        return found;
    }

    /** All rows of one kind in any of these scopes, by scope id, then id; one round trip, however many scopes. */
    List<Row> among(Collection<Scope> scopes, Kind kind);

    /**
     * At most {@code limit} rows of one kind in any of these scopes, by id alone, beginning after {@code after}
     * ({@code null}: at the first). Core asks it of kinds of which no two scopes have the same id, so that the id is a
     * cursor. This default looks at all rows of the scopes; a store that can reads no more than it gives, in one round trip.
     */
    default List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        return among(scopes, kind).stream()
                .filter(row -> after == null || unsigned(row.id(), after) > 0)
                .sorted(Comparator.comparing(Row::id, View::unsigned))
                .limit(limit)
                .toList();
    }

    /**
     * The same from the other end: the greatest id first, beginning before {@code before} ({@code null}: at the last).
     */
    default List<Row> newestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID before, int limit) {
        return among(scopes, kind).stream()
                .filter(row -> before == null || unsigned(row.id(), before) < 0)
                .sorted(Comparator.comparing(Row::id, View::unsigned).reversed())
                .limit(limit)
                .toList();
    }

    /**
     * At most {@code limit} rows of any scope that carry the key, by id, beginning after {@code after}. Core gives no two
     * rows under one key the same id, so the id alone is a cursor.
     */
    List<Row> where(Key key, @Nullable UUID after, int limit);

    /** All rows that carry any of the keys, each row once, by id; one round trip, however many keys. */
    List<Row> whereAny(Collection<Key> keys);

    /** At most {@code limit} entries of one chain with a number greater than {@code afterNumber}, in order. */
    List<Entry> entries(Scope scope, long afterNumber, int limit);

    /** At most {@code limit} entries of all chains with a position greater than {@code afterPosition}, in commit order. */
    List<FeedEntry> feed(long afterPosition, int limit);

    /**
     * By which rules the {@link SearchIndex} is whole; empty where it is not, or where the store keeps none, as this default
     * says.
     */
    default String indexedBy() {
        return "";
    }

    /**
     * The tokens of rows that are asked for, in no order, each of a row once; one round trip, however many scopes. Nothing for
     * a store without a {@link SearchIndex}, as this default says.
     */
    default List<IndexHit> hits(IndexQuery query) {
        return List.of();
    }

    /** What the index knows of the rows of a scope, in no order; nothing for a store without one, as this default says. */
    default List<IndexedRow> indexed(Scope scope) {
        return List.of();
    }

    private static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
