package org.eportfolio.core.internal.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** One world, to be looked at while a read lasts; a view that escaped its read is refused, as a database would. */
public final class MemoryView implements View {
    private @Nullable MemoryState world;

    public MemoryView(MemoryState world) {
        this.world = world;
    }

    public void end() {
        world = null;
    }

    @Override
    public Head head(Scope scope) {
        return world().head(scope);
    }

    @Override
    public long position() {
        return world().position();
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        return world().tips().stretch(scope -> isAfter(scope.id(), after) ? 0 : -1, limit).stream()
                .map(Entry::scope)
                .toList();
    }

    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        return Optional.ofNullable(world().rows().get(new RowName(scope, kind, id)));
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        return world().rows().stretch(name -> side(name, scope, kind, after), limit);
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        TreeSet<Scope> sorted = new TreeSet<>(StoreOrder.SCOPES);
        sorted.addAll(scopes);
        List<Row> rows = new ArrayList<>();
        for (Scope scope : sorted) rows.addAll(list(scope, kind, null, Integer.MAX_VALUE));
        return rows;
    }

    @Override
    public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        List<Row> rows = new ArrayList<>();
        for (Scope scope : new HashSet<>(scopes)) rows.addAll(list(scope, kind, after, limit));
        rows.sort(Comparator.comparing(Row::id, StoreOrder.IDS));
        return rows.size() <= limit ? rows : new ArrayList<>(rows.subList(0, limit));
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        return world().postings().stretch(posting -> side(posting, key, after), limit);
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        TreeMap<RowName, Row> rows = new TreeMap<>(StoreOrder.ROWS_BY_ID);
        for (Key key : keys) {
            for (Row row : where(key, null, Integer.MAX_VALUE)) rows.put(RowName.of(row), row);
        }
        return new ArrayList<>(rows.values());
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return world().chains().stretch(place -> side(place, scope, afterNumber), limit);
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return world().feed().stretch(position -> position > afterPosition ? 0 : -1, limit);
    }

    @Override
    public String indexedBy() {
        return world().rules();
    }

    @Override
    public List<IndexHit> hits(IndexQuery query) {
        List<IndexHit> hits = new ArrayList<>();
        if (query.scopes() == null) hits(world().indexed().stretch(name -> 0, Integer.MAX_VALUE), query, hits);
        else for (Scope each : query.scopes()) hits(indexed(each), query, hits);
        return hits;
    }

    private static void hits(List<IndexedRow> rows, IndexQuery query, List<IndexHit> hits) {
        for (IndexedRow row : rows) {
            if (!query.kinds().contains(row.name().kind())) continue;
            row.tokens().forEach((token, flags) -> {
                boolean asked = query.tokens().contains(token)
                        || query.beginnings().stream().anyMatch(token::startsWith);
                if (asked) hits.add(new IndexHit(row.name(), row.at(), token, flags));
            });
        }
    }

    @Override
    public List<IndexedRow> indexed(Scope scope) {
        return world().indexed().stretch(name -> StoreOrder.SCOPES.compare(name.scope(), scope), Integer.MAX_VALUE);
    }

    private MemoryState world() {
        if (world == null) throw new IllegalStateException("a view ends with its read");
        return world;
    }

    private static int side(RowName name, Scope scope, Kind kind, @Nullable UUID after) {
        int side = StoreOrder.SCOPES.compare(name.scope(), scope);
        if (side == 0) side = name.kind().name().compareTo(kind.name());
        return side == 0 && !isAfter(name.id(), after) ? -1 : side;
    }

    private static int side(MemoryState.Posting posting, Key key, @Nullable UUID after) {
        int side = StoreOrder.KEYS.compare(posting.key(), key);
        return side == 0 && !isAfter(posting.row().id(), after) ? -1 : side;
    }

    private static int side(MemoryState.Place place, Scope scope, long afterNumber) {
        int side = StoreOrder.SCOPES.compare(place.scope(), scope);
        return side == 0 && place.number() <= afterNumber ? -1 : side;
    }

    private static boolean isAfter(UUID id, @Nullable UUID after) {
        return after == null || StoreOrder.IDS.compare(id, after) > 0;
    }
}
