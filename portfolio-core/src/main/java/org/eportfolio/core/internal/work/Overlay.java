package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/** A snapshot with what is pending laid over its rows, so that calls made together see each other. */
final class Overlay implements View {
    private static final Comparator<Row> BY_ID = Comparator.comparing(Row::id, Ids.BY_BYTES);
    private static final Comparator<Row> BY_SCOPE =
            Comparator.comparing(row -> row.scope().id(), Ids.BY_BYTES);

    private final Supplier<View> base;
    private final Pending pending;
    private final Supplier<Identities> identities;

    /**
     * @param base gives the snapshot, asked for at each look
     * @param identities by which keys of a person ask for all of their ids
     */
    Overlay(Supplier<View> base, Pending pending, Supplier<Identities> identities) {
        this.base = base;
        this.identities = identities;
        this.pending = pending;
    }

    @Override
    public Head head(Scope scope) {
        return pending.head(scope).orElseGet(() -> base.get().head(scope));
    }

    @Override
    public Map<Scope, Head> heads(Collection<Scope> scopes) {
        Map<Scope, Head> heads = new HashMap<>(base.get().heads(scopes));
        scopes.forEach(scope -> pending.head(scope).ifPresent(head -> heads.put(scope, head)));
        return heads;
    }

    @Override
    public long position() {
        return base.get().position();
    }

    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        Optional<Row> laid = pending.row(new RowName(scope, kind, id));
        return laid != null ? laid : base.get().find(scope, kind, id);
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        return merged(
                base.get().list(scope, kind, after, widened(limit)),
                pending.at(scope, kind).filter(row -> follows(row, after)),
                BY_ID,
                limit);
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        return merged(
                base.get().among(scopes, kind),
                pendingAmong(scopes, kind),
                BY_SCOPE.thenComparing(BY_ID),
                Integer.MAX_VALUE);
    }

    @Override
    public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        return merged(
                base.get().oldestAmong(scopes, kind, after, widened(limit)),
                pendingAmong(scopes, kind).filter(row -> follows(row, after)),
                BY_ID,
                limit);
    }

    @Override
    public List<Row> newestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID before, int limit) {
        return merged(
                base.get().newestAmong(scopes, kind, before, widened(limit)),
                pendingAmong(scopes, kind).filter(row -> before == null || Ids.BY_BYTES.compare(row.id(), before) < 0),
                BY_ID.reversed(),
                limit);
    }

    private Stream<Row> pendingAmong(Collection<Scope> scopes, Kind kind) {
        return scopes.stream().distinct().flatMap(scope -> pending.at(scope, kind));
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        Identities people = identities.get();
        if (!people.isEmpty()) {
            Set<Key> asked = people.asked(key);
            if (!asked.equals(Set.of(key))) return ofSeveralIds(asked, after, limit);
        }
        return merged(
                base.get().where(key, after, widened(limit)),
                pending.carrying(key).filter(row -> follows(row, after)),
                BY_ID,
                limit);
    }

    private List<Row> ofSeveralIds(Set<Key> asked, @Nullable UUID after, int limit) {
        if (asked.isEmpty()) return List.of();
        return carryingAny(asked).stream()
                .filter(row -> follows(row, after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        Identities people = identities.get();
        Collection<Key> asked = people.isEmpty() ? keys : new AskedKeys(keys, people).stored();
        return asked.isEmpty() ? List.of() : carryingAny(asked);
    }

    private List<Row> carryingAny(Collection<Key> asked) {
        return merged(
                base.get().whereAny(asked),
                asked.stream().flatMap(pending::carrying).distinct(),
                BY_ID,
                Integer.MAX_VALUE);
    }

    @Override
    public List<Row> rows(Collection<RowName> names) {
        List<Row> rows = new ArrayList<>();
        List<RowName> stored = new ArrayList<>();
        for (RowName name : names) {
            Optional<Row> laid = pending.row(name);
            if (laid == null) stored.add(name);
            else laid.ifPresent(rows::add);
        }
        if (!stored.isEmpty()) rows.addAll(base.get().rows(stored));
        return rows;
    }

    /** The index knows nothing of what is pending, so that beside it there is none. */
    @Override
    public String indexedBy() {
        return pending.size() == 0 ? base.get().indexedBy() : "";
    }

    @Override
    public List<IndexHit> hits(IndexQuery query) {
        return base.get().hits(query);
    }

    @Override
    public List<IndexedRow> indexed(Scope scope) {
        return base.get().indexed(scope);
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        return base.get().scopes(after, limit);
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return base.get().entries(scope, afterNumber, limit);
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return base.get().feed(afterPosition, limit);
    }

    /** The snapshot's rows may all be hidden by pending ones, so ask for that many more. */
    private int widened(int limit) {
        return (int) Math.min(Integer.MAX_VALUE, (long) limit + pending.size());
    }

    private static boolean follows(Row row, @Nullable UUID after) {
        return after == null || Ids.BY_BYTES.compare(row.id(), after) > 0;
    }

    private List<Row> merged(List<Row> stored, Stream<Row> laid, Comparator<Row> order, int limit) {
        if (pending.size() == 0) return stored;
        List<Row> rows = new ArrayList<>();
        for (Row row : stored) {
            if (!pending.hides(RowName.of(row))) rows.add(row);
        }
        laid.forEach(rows::add);
        rows.sort(order);
        return List.copyOf(rows.size() <= limit ? rows : rows.subList(0, limit));
    }
}
