package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Memory.Question;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;

/** What one call reads: one snapshot, with what the call itself will write laid over it. For one thread. */
public abstract class Reading {
    private static final RecordJson JSON = new RecordJson();

    final SnapshotMemory known;
    final Pending pending;
    private final View view;
    private final Instant now;
    private final ZoneId zone;

    Reading(SnapshotMemory known, Pending pending, Instant now, ZoneId zone) {
        this.known = known;
        this.pending = pending;
        this.view = new Overlay(known::snapshot, pending, known::identities);
        this.now = now;
        this.zone = zone;
    }

    /** Which ids people have and had. */
    public Identities identities() {
        return known.identities();
    }

    /** Whether that is known without a look into the store. */
    public boolean knowsIdentities() {
        return known.knowsIdentities();
    }

    /** The one instant of this call, in microseconds. */
    public Instant now() {
        return now;
    }

    /** The day of this call, where the organisation is. */
    public LocalDate today() {
        return dayOf(now);
    }

    /** The day of an instant, where the organisation is. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The organisation's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The rows below the records. */
    public View view() {
        return view;
    }

    public <T> Optional<T> find(RecordKind<T> kind, Scope scope, UUID id) {
        RowName name = new RowName(scope, kind.kind(), id);
        Optional<Row> laid = pending.row(name);
        if (laid != null) return laid.map(row -> pending.record(kind, row, identities()));
        List<T> whole = known.recall(scope, new Question.Whole(kind.kind()));
        if (whole != null) return SortedRecords.among(kind, whole, id);
        return remembered(
                        scope,
                        new Question.One(name),
                        kind,
                        () -> known.snapshot().find(scope, kind.kind(), id).stream()
                                .toList())
                .stream()
                .findFirst();
    }

    /**
     * A record that must be there.
     *
     * @throws NotFoundException if it is not, by the name that refusals have for its kind
     */
    public <T> T require(RecordKind<T> kind, Scope scope, UUID id) {
        return find(kind, scope, id).orElseThrow(() -> new NotFoundException(kind.thing(), id));
    }

    /** A record as it stands, which must be there and as the caller read it. */
    public <T> T unchanged(RecordKind<T> kind, T seen) {
        return kind.unchanged(
                seen, require(kind, kind.scope().apply(seen), kind.id().apply(seen)));
    }

    /** All records of a kind in a scope; for lists that stay small, or are needed whole. */
    public <T> List<T> list(RecordKind<T> kind, Scope scope) {
        List<T> stored = remembered(
                scope,
                new Question.Whole(kind.kind()),
                kind,
                () -> known.snapshot().list(scope, kind.kind(), null, Integer.MAX_VALUE));
        return laidOver(stored, kind, scope);
    }

    /** A scope's records once what is pending is committed. */
    private <T> List<T> laidOver(List<T> stored, RecordKind<T> kind, Scope scope) {
        if (pending.isEmpty()) return stored;
        List<T> laid = new ArrayList<>(stored);
        pending.at(
                scope,
                kind.kind(),
                (id, row) ->
                        SortedRecords.lay(kind, laid, id, row.map(each -> pending.record(kind, each, identities()))));
        return laid;
    }

    /**
     * The records of a kind in a scope that were made from this instant on, found by their ids, which tell when: however
     * long the history, only its end is read.
     */
    public <T> List<T> madeSince(RecordKind<T> kind, Scope scope, Instant from) {
        return decode(kind, view.list(scope, kind.kind(), Ids.before(from.toEpochMilli()), Integer.MAX_VALUE));
    }

    /** One page of the records of a kind in a scope. */
    public <T> Page<T> page(RecordKind<T> kind, Scope scope, PageRequest request) {
        Question whole = new Question.Whole(kind.kind());
        if (pending.isEmpty()) {
            List<T> before = known.recall(scope, whole);
            if (before != null) return SortedRecords.page(kind, before, request);
        }
        if (request.order() == PageRequest.Order.NEWEST_FIRST)
            return SortedRecords.page(kind, list(kind, scope), request);
        if (!pending.isEmpty())
            return cut(kind, view.list(scope, kind.kind(), request.after(), request.size() + 1), request);
        Page<T> page =
                cut(kind, known.snapshot().list(scope, kind.kind(), request.after(), request.size() + 1), request);
        if (request.after() == null && page.next() == null) keep(scope, whole, kind, page.items());
        return page;
    }

    /** One page of the records that carry a key. */
    public <T> Page<T> page(RecordKind<T> kind, Key key, PageRequest request) {
        if (request.order() == PageRequest.Order.NEWEST_FIRST)
            return SortedRecords.page(kind, where(kind, key), request);
        return cut(kind, view.where(key, request.after(), request.size() + 1), request);
    }

    /** One page of the records of a kind in any of these scopes, by their ids; one reading, of no more than is given. */
    public <T> Page<T> page(RecordKind<T> kind, Collection<Scope> scopes, PageRequest request) {
        int most = request.size() + 1;
        List<Row> rows = request.order() == PageRequest.Order.NEWEST_FIRST
                ? view.newestAmong(scopes, kind.kind(), request.after(), most)
                : view.oldestAmong(scopes, kind.kind(), request.after(), most);
        return cut(kind, rows, request);
    }

    private <T> Page<T> cut(RecordKind<T> kind, List<Row> rows, PageRequest request) {
        if (rows.size() <= request.size()) return new Page<>(decode(kind, rows), null);
        List<Row> cut = rows.subList(0, request.size());
        return new Page<>(
                decode(kind, cut), request.after(cut.get(cut.size() - 1).id()));
    }

    /** All records of a kind in these scopes, each scope's in the order of ids; two readings, however many scopes. */
    public <T> List<T> among(RecordKind<T> kind, Collection<Scope> scopes) {
        known.look(scopes);
        Question whole = new Question.Whole(kind.kind());
        Map<Scope, List<T>> found = new LinkedHashMap<>();
        Map<Scope, List<Row>> unknown = new HashMap<>();
        for (Scope scope : scopes) {
            List<T> before = known.recall(scope, whole);
            found.put(scope, before == null ? List.of() : before);
            if (before == null) unknown.put(scope, new ArrayList<>());
        }
        if (!unknown.isEmpty()) {
            known.snapshot()
                    .among(unknown.keySet(), kind.kind())
                    .forEach(row ->
                            Objects.requireNonNull(unknown.get(row.scope())).add(row));
        }
        unknown.forEach((scope, rows) -> {
            List<T> read = decode(kind, rows);
            keep(scope, whole, kind, read);
            found.put(scope, read);
        });
        List<T> all = new ArrayList<>();
        found.forEach((scope, stored) -> all.addAll(laidOver(stored, kind, scope)));
        return all;
    }

    public <T> List<T> where(RecordKind<T> kind, Key key) {
        if (pending.isEmpty() && kind.inOrganisationChain()) {
            return remembered(Scope.ORGANISATION, new Question.Under(kind.kind(), key), kind, () -> stored(key));
        }
        return decode(kind, view.where(key, null, Integer.MAX_VALUE));
    }

    private List<Row> stored(Key key) {
        if (identities().isEmpty()) return known.snapshot().where(key, null, Integer.MAX_VALUE);
        Set<Key> asked = identities().asked(key);
        if (asked.isEmpty()) return List.of();
        return asked.size() == 1
                ? known.snapshot().where(asked.iterator().next(), null, Integer.MAX_VALUE)
                : known.snapshot().whereAny(asked);
    }

    /**
     * Reads at once what the call will ask for later: of each key the records of its kind. Only saves readings, so that what
     * is pending or belongs to dossiers is left to those who ask.
     */
    public void ahead(Map<Key, RecordKind<?>> asked) {
        if (!pending.isEmpty() || aheadOfIdentities(asked)) return;
        Map<Key, List<Row>> unknown = new HashMap<>();
        asked.forEach((key, kind) -> {
            if (kind.inOrganisationChain() && !isKnown(key, kind)) unknown.put(key, new ArrayList<>());
        });
        if (unknown.isEmpty()) return;
        AskedKeys askedKeys = new AskedKeys(unknown.keySet(), identities());
        for (Row row : rows(askedKeys)) {
            askedKeys
                    .wanting(row)
                    .forEach(key -> Objects.requireNonNull(unknown.get(key)).add(row));
        }
        unknown.forEach((key, rows) -> keepUnder(key, Objects.requireNonNull(asked.get(key)), rows));
    }

    /** The same while it is not known whether people have several ids, which is looked up with it; false if they have. */
    private boolean aheadOfIdentities(Map<Key, RecordKind<?>> asked) {
        if (known.knowsIdentities()) return false;
        Map<Key, List<Row>> found = new HashMap<>();
        asked.forEach((key, kind) -> {
            if (kind.inOrganisationChain()) found.put(key, new ArrayList<>());
        });
        Set<Key> keys = new HashSet<>(found.keySet());
        keys.add(SchoolKinds.ID_CHANGES);
        List<Row> rows = known.snapshot().whereAny(keys);
        known.learn(rows);
        if (!identities().isEmpty()) return false;
        for (Row row : rows) {
            row.keys().forEach(key -> {
                List<Row> under = found.get(key);
                if (under != null) under.add(row);
            });
        }
        found.forEach((key, under) -> keepUnder(key, Objects.requireNonNull(asked.get(key)), under));
        return true;
    }

    private List<Row> rows(AskedKeys asked) {
        return asked.stored().isEmpty() ? List.of() : known.snapshot().whereAny(asked.stored());
    }

    private boolean isKnown(Key key, RecordKind<?> kind) {
        return known.recall(Scope.ORGANISATION, new Question.Under(kind.kind(), key)) != null;
    }

    private <T> void keepUnder(Key key, RecordKind<T> kind, List<Row> rows) {
        keep(Scope.ORGANISATION, new Question.Under(kind.kind(), key), kind, decode(kind, rows));
    }

    /** The records of this kind that carry any of the keys; one reading, however many keys. */
    public <T> List<T> whereAny(RecordKind<T> kind, Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        if (!pending.isEmpty() || !kind.inOrganisationChain()) {
            return decode(kind, view.whereAny(keys));
        }
        SortedMap<UUID, T> found = new TreeMap<>(Ids.BY_BYTES);
        Map<Key, List<T>> unknown = new HashMap<>();
        for (Key key : keys) {
            List<T> before = known.recall(Scope.ORGANISATION, new Question.Under(kind.kind(), key));
            if (before == null) unknown.put(key, new ArrayList<>());
            else before.forEach(each -> found.put(kind.id().apply(each), each));
        }
        if (unknown.isEmpty()) return List.copyOf(found.values());
        AskedKeys asked = new AskedKeys(unknown.keySet(), identities());
        for (Row row : rows(asked)) {
            if (!row.kind().equals(kind.kind())) continue;
            T record = decode(kind, row);
            found.put(row.id(), record);
            asked.wanting(row)
                    .forEach(key -> Objects.requireNonNull(unknown.get(key)).add(record));
        }
        unknown.forEach(
                (key, records) -> keep(Scope.ORGANISATION, new Question.Under(kind.kind(), key), kind, records));
        return List.copyOf(found.values());
    }

    /** Decodes those of the rows that are of this kind. */
    public <T> List<T> decode(RecordKind<T> kind, List<Row> rows) {
        List<T> records = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.kind().equals(kind.kind())) records.add(decode(kind, row));
        }
        return records;
    }

    final <T> T decode(RecordKind<T> kind, Row row) {
        return identities().now(stored(kind, row, () -> known.saysMore(RowName.of(row))));
    }

    /** What a row says as it is stored, with people by the ids under which it was written. */
    public static <T> T stored(RecordKind<T> kind, Row row) {
        return stored(kind, row, () -> {});
    }

    private static <T> T stored(RecordKind<T> kind, Row row, Runnable saysMore) {
        try {
            return JSON.record(row.json(), kind.type(), kind.upgrades(), saysMore);
        } catch (RuntimeException e) {
            String key = MalformedException.ofNewer(e) ? "record.newer" : "record.damaged";
            throw new StorageException(Message.of(key, kind.kind().name(), row.id(), MalformedException.reason(e)), e);
        }
    }

    private <T> void keep(Scope scope, Question question, RecordKind<T> kind, List<T> records) {
        if (kind.chained()) known.keep(scope, question, kind, records);
    }

    private <T> List<T> remembered(Scope scope, Question question, RecordKind<T> kind, Supplier<List<Row>> rows) {
        List<T> before = known.recall(scope, question);
        if (before != null) return before;
        List<T> read = decode(kind, rows.get());
        keep(scope, question, kind, read);
        return read;
    }

    /** The codec of all records. */
    public static RecordJson json() {
        return JSON;
    }
}
