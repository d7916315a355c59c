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
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.core.internal.kind.Alias;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Memory.Question;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.privacy.Feature;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** One call inside one snapshot: what it reads, what it will write, and what the journal will say of it. */
public final class Work {
    private static final RecordJson JSON = new RecordJson();

    private final View snapshot;
    private final View view;
    private final Pending pending;
    private final Maker maker;
    private final Memory memory;
    private final Instant now;
    private final Map<Scope, Head> heads = new HashMap<>();
    private boolean placed;
    private long position;
    private final List<AccessPolicy.Question> questions = new ArrayList<>();
    private final Map<Scope, List<JournalEntry.Item>> touched = new LinkedHashMap<>();

    /** What every call shares: the means to make something new, and what earlier calls have read. */
    record Maker(Ids ids, Sealing sealing, Memory memory, Set<Feature> off, ZoneId zone) {}

    Work(View snapshot, Pending pending, Maker maker, Instant now) {
        this.snapshot = snapshot;
        this.view = new Overlay(this::snapshot, pending);
        this.pending = pending;
        this.maker = maker;
        this.memory = maker.memory();
        this.now = now;
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
        return instant.atZone(maker.zone()).toLocalDate();
    }

    /** The organisation's time zone. */
    public ZoneId zone() {
        return maker.zone();
    }

    /** Whether all that is seen of this scope is committed, so that it may be remembered. */
    public boolean isStored(Scope scope) {
        return pending.head(scope).isEmpty() && !touched.containsKey(scope);
    }

    /** A new id. */
    public UUID newId() {
        return maker.ids().next(now.toEpochMilli());
    }

    /** The rows below the records. */
    public View view() {
        return view;
    }

    public <T> Optional<T> find(RecordKind<T> kind, Scope scope, UUID id) {
        RowName name = new RowName(scope, kind.kind(), id);
        Optional<Row> laid = pending.row(name);
        if (laid != null) return laid.map(row -> pending.record(kind, row));
        List<T> whole = memory.recall(scope, head(scope), new Question.Whole(kind.kind()));
        if (whole != null) return SortedRecords.among(kind, whole, id);
        return remembered(
                        scope,
                        new Question.One(name),
                        kind,
                        () -> snapshot().find(scope, kind.kind(), id).stream().toList())
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
                () -> snapshot().list(scope, kind.kind(), null, Integer.MAX_VALUE));
        return laidOver(stored, kind, scope);
    }

    /** A scope's records once what is pending is committed. */
    private <T> List<T> laidOver(List<T> stored, RecordKind<T> kind, Scope scope) {
        if (pending.isEmpty()) return stored;
        List<T> laid = new ArrayList<>(stored);
        pending.at(
                scope,
                kind.kind(),
                (id, row) -> SortedRecords.lay(kind, laid, id, row.map(each -> pending.record(kind, each))));
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
            List<T> known = memory.recall(scope, head(scope), whole);
            if (known != null) return SortedRecords.page(kind, known, request);
        }
        if (request.order() == PageRequest.Order.NEWEST_FIRST)
            return SortedRecords.page(kind, list(kind, scope), request);
        if (!pending.isEmpty())
            return cut(kind, view.list(scope, kind.kind(), request.after(), request.size() + 1), request);
        Page<T> page = cut(kind, snapshot().list(scope, kind.kind(), request.after(), request.size() + 1), request);
        if (request.after() == null && page.next() == null) keep(scope, whole, kind, page.items());
        return page;
    }

    /**
     * The snapshot, once it bears out all that was supposed so far.
     *
     * @throws StaleException if it does not, so that the call is tried again
     */
    private View snapshot() {
        if (pending.supposes()) {
            if (!heads.isEmpty()) bearOut();
            pending.makeSure();
        }
        return snapshot;
    }

    private void bearOut() {
        snapshot.heads(heads.keySet()).forEach((scope, head) -> {
            Head supposed = Objects.requireNonNull(heads.get(scope));
            if (!supposed.equals(head)) throw new StaleException(scope, supposed, head);
            memory.seen(scope, head, snapshot.position());
        });
    }

    private long position() {
        if (!placed) position = snapshot().position();
        placed = true;
        return position;
    }

    /** The scope's head in the snapshot; looked up once, and not at all while the store has not moved. */
    private Head head(Scope scope) {
        Head known = heads.get(scope);
        if (known != null) return known;
        Head remembered = remembered(scope);
        Head head = remembered != null ? remembered : snapshot().head(scope);
        if (remembered == null) memory.seen(scope, head, position());
        heads.put(scope, head);
        return head;
    }

    private @Nullable Head remembered(Scope scope) {
        if (pending.supposes()) {
            Head supposed = memory.head(scope);
            if (supposed != null) return supposed;
        }
        return memory.head(scope, position());
    }

    /** Ends the call; what was only supposed is for the commit to check. */
    void finish() {
        if (!touched.isEmpty()) throw new IllegalStateException("something was written that the journal does not know");
        if (pending.supposes()) pending.relyOn(heads);
    }

    private <T> void keep(Scope scope, Question question, RecordKind<T> kind, List<T> records) {
        if (!kind.chained()) return;
        memory.keep(scope, head(scope), position(), question, kind, records);
    }

    private <T> List<T> remembered(Scope scope, Question question, RecordKind<T> kind, Supplier<List<Row>> rows) {
        List<T> known = memory.recall(scope, head(scope), question);
        if (known != null) return known;
        List<T> read = decode(kind, rows.get());
        keep(scope, question, kind, read);
        return read;
    }

    /** One page of the records that carry a key. */
    public <T> Page<T> page(RecordKind<T> kind, Key key, PageRequest request) {
        if (request.order() == PageRequest.Order.NEWEST_FIRST)
            return SortedRecords.page(kind, where(kind, key), request);
        return cut(kind, view.where(key, request.after(), request.size() + 1), request);
    }

    private <T> Page<T> cut(RecordKind<T> kind, List<Row> rows, PageRequest request) {
        if (rows.size() <= request.size()) return new Page<>(decode(kind, rows), null);
        List<Row> cut = rows.subList(0, request.size());
        return new Page<>(
                decode(kind, cut), request.after(cut.get(cut.size() - 1).id()));
    }

    /** All records of a kind in these scopes, each scope's in the order of ids; two readings, however many scopes. */
    public <T> List<T> among(RecordKind<T> kind, Collection<Scope> scopes) {
        look(scopes);
        Question whole = new Question.Whole(kind.kind());
        Map<Scope, List<T>> found = new LinkedHashMap<>();
        Map<Scope, List<Row>> unknown = new HashMap<>();
        for (Scope scope : scopes) {
            List<T> known = memory.recall(scope, head(scope), whole);
            found.put(scope, known == null ? List.of() : known);
            if (known == null) unknown.put(scope, new ArrayList<>());
        }
        if (!unknown.isEmpty()) {
            snapshot()
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

    /** Looks up the heads of several scopes at once, where they are not known yet. */
    private void look(Collection<Scope> scopes) {
        Set<Scope> unknown = new HashSet<>();
        for (Scope scope : scopes) {
            if (heads.containsKey(scope)) continue;
            Head remembered = remembered(scope);
            if (remembered == null) unknown.add(scope);
            else heads.put(scope, remembered);
        }
        if (unknown.isEmpty()) return;
        snapshot().heads(unknown).forEach((scope, head) -> {
            memory.seen(scope, head, position());
            heads.put(scope, head);
        });
    }

    public <T> List<T> where(RecordKind<T> kind, Key key) {
        if (pending.isEmpty() && kind.inOrganisationChain()) {
            return remembered(
                    Scope.ORGANISATION,
                    new Question.Under(kind.kind(), key),
                    kind,
                    () -> snapshot().where(key, null, Integer.MAX_VALUE));
        }
        return decode(kind, view.where(key, null, Integer.MAX_VALUE));
    }

    /** The records of this kind that carry any of the keys; one reading, however many keys. */
    public <T> List<T> whereAny(RecordKind<T> kind, Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        if (!pending.isEmpty() || !kind.inOrganisationChain()) {
            return decode(kind, view.whereAny(keys));
        }
        SortedMap<UUID, T> found = new TreeMap<>(Ids.BY_BYTES);
        Map<Key, List<T>> unknown = new HashMap<>();
        Head head = head(Scope.ORGANISATION);
        for (Key key : keys) {
            List<T> known = memory.recall(Scope.ORGANISATION, head, new Question.Under(kind.kind(), key));
            if (known == null) unknown.put(key, new ArrayList<>());
            else known.forEach(each -> found.put(kind.id().apply(each), each));
        }
        if (unknown.isEmpty()) return List.copyOf(found.values());
        for (Row row : snapshot().whereAny(unknown.keySet())) {
            if (!row.kind().equals(kind.kind())) continue;
            T record = decode(kind, row);
            found.put(row.id(), record);
            row.keys()
                    .forEach(key -> unknown.computeIfPresent(key, (same, records) -> {
                        records.add(record);
                        return records;
                    }));
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

    static <T> T decode(RecordKind<T> kind, Row row) {
        try {
            return JSON.record(row.json(), kind.type(), kind.upgrades());
        } catch (RuntimeException e) {
            throw new StorageException(
                    Message.of("record.damaged", kind.kind().name(), row.id(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Refuses what belongs to a feature that the organisation does without. */
    public void requireOn(RecordKind<?> kind) {
        Feature feature = kind.feature();
        if (feature != null && maker.off().contains(feature)) {
            throw new DeniedException(Message.of("denied.feature-off", feature));
        }
    }

    /** Puts a record; one that is new is refused when its feature is switched off. */
    public <T> void put(RecordKind<T> kind, T record) {
        put(Encoded.of(kind, record, maker.sealing().secret()), kind.keptAsMade() ? record : null);
    }

    /** The same, for a record that was encoded beforehand. */
    public void put(Encoded encoded) {
        put(encoded, null);
    }

    private void put(Encoded encoded, @Nullable Object record) {
        Row row = encoded.row();
        if (!maker.off().isEmpty()
                && find(encoded.kind(), row.scope(), row.id()).isEmpty()) requireOn(encoded.kind());
        pending.put(row, record);
        if (encoded.item() != null) touch(row.scope(), encoded.item());
    }

    public <T> void remove(RecordKind<T> kind, T record) {
        RowName name = kind.nameOf(record);
        pending.remove(name);
        if (kind.journalled())
            touch(name.scope(), new JournalEntry.Item(kind.kind().name(), name.id(), null));
    }

    /** Says that a scope is new with this call, so that nobody looks for the end of its chain. */
    public void found(Scope scope) {
        pending.startAt(scope, Head.EMPTY);
    }

    /**
     * Has another scope's chain speak of a record that this call puts, with the same hash, or removes.
     *
     * @param scope never the one that the record lives in
     */
    public <T> void mention(Scope scope, RecordKind<T> kind, T record) {
        RowName name = kind.nameOf(record);
        Optional<Row> row = Objects.requireNonNull(pending.row(name), "put or remove it first");
        touch(
                scope,
                new JournalEntry.Item(
                        kind.kind().name(), name.id(), row.map(Sealing::keyed).orElse(null)));
    }

    /** Has a scope's chain speak of this call even if it only touches what the journal leaves out. */
    public void touch(Scope scope) {
        touched.computeIfAbsent(scope, each -> new ArrayList<>());
    }

    private void touch(Scope scope, JournalEntry.Item item) {
        touched.computeIfAbsent(scope, each -> new ArrayList<>()).add(item);
    }

    /** Puts a row that was made elsewhere, as it is; whoever calls sees to it that a journal knows it. */
    public void putBack(Row row) {
        pending.put(row);
    }

    /** Takes a row away, of which entries made elsewhere say that it went. */
    public void takeBack(RowName name) {
        pending.remove(name);
    }

    /** Goes on with a chain as it went on elsewhere. */
    public void follow(Scope scope, Head before, List<Entry> entries) {
        pending.follow(scope, before, entries);
    }

    /** Has a scope's chain speak of a row that was made elsewhere. */
    public void mention(Scope scope, Row row) {
        touch(scope, new JournalEntry.Item(row.kind().name(), row.id(), Sealing.keyed(row)));
    }

    /** Ends the call: one entry for each scope it touched. The system has neither person nor role. */
    public void journal(String act, @Nullable PersonId actor, @Nullable Role role) {
        look(touched.keySet());
        Map<Scope, UUID> aliases = actor == null ? Map.of() : aliases(actor);
        touched.forEach((scope, objects) -> pending.append(
                scope,
                JSON.text(new EntryBody(pending.change, now, aliases.get(scope), role, act, objects)),
                this::head));
        touched.clear();
    }

    /** By which alias each touched scope knows the actor; one reading, and a new alias where there is none. */
    private Map<Scope, UUID> aliases(PersonId person) {
        Map<Scope, UUID> aliases = new HashMap<>();
        Map<Key, Scope> unknown = new HashMap<>();
        for (Scope scope : touched.keySet()) {
            Key key = TraceKinds.aliasOf(scope, person);
            List<Alias> known = memory.recall(scope, head(scope), new Question.Under(TraceKinds.ALIAS.kind(), key));
            if (known == null || known.isEmpty()) unknown.put(key, scope);
            else aliases.put(scope, known.get(0).id());
        }
        whereAny(TraceKinds.ALIAS, unknown.keySet()).forEach(alias -> {
            Scope scope = new Scope(alias.scope());
            aliases.put(scope, alias.id());
            memory.keep(
                    scope,
                    head(scope),
                    position(),
                    new Question.Under(TraceKinds.ALIAS.kind(), TraceKinds.aliasOf(scope, person)),
                    TraceKinds.ALIAS,
                    List.of(alias));
        });
        for (Scope scope : touched.keySet()) {
            if (aliases.containsKey(scope)) continue;
            Alias alias = new Alias(newId(), scope.id(), person);
            put(TraceKinds.ALIAS, alias);
            aliases.put(scope, alias.id());
        }
        return aliases;
    }

    /** Has the host's policy asked before anything is written or told. */
    public void ask(AccessPolicy.Question question) {
        questions.add(question);
    }

    List<AccessPolicy.Question> questions() {
        return questions;
    }

    /** The codec of all records. */
    public static RecordJson json() {
        return JSON;
    }
}
