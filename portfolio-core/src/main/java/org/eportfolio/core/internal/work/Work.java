package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.Page;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.privacy.Feature;
import org.eportfolio.school.Role;
import org.eportfolio.spi.AccessPolicy;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** One call inside one snapshot: what it reads, what it will write, and what the journal will say of it. */
public final class Work {
    private static final RecordJson JSON = new RecordJson();

    private final View snapshot;
    private final View view;
    private final Pending pending;
    private final Maker maker;
    private final Instant now;
    private final List<AccessPolicy.Question> questions = new ArrayList<>();
    private final Map<Scope, List<JournalEntry.Item>> touched = new LinkedHashMap<>();

    /** What every call needs to make something new. */
    record Maker(Ids ids, Sealing sealing, Set<Feature> off, ZoneId zone) {}

    Work(View snapshot, Pending pending, Maker maker, Instant now) {
        this.snapshot = snapshot;
        this.view = new Overlay(snapshot, pending);
        this.pending = pending;
        this.maker = maker;
        this.now = now;
    }

    /** The one instant of this call, in microseconds. */
    public Instant now() {
        return now;
    }

    /** The day of this call, where the organisation is. */
    public LocalDate today() {
        return now.atZone(maker.zone()).toLocalDate();
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
        return view.find(scope, kind.kind(), id).map(row -> decode(kind, row));
    }

    /** All records of a kind in a scope; for lists that stay small, or are needed whole. */
    public <T> List<T> list(RecordKind<T> kind, Scope scope) {
        return decode(kind, view.list(scope, kind.kind(), null, Integer.MAX_VALUE));
    }

    /** One page of the records of a kind in a scope, in the order of creation. */
    public <T> Page<T> page(RecordKind<T> kind, Scope scope, @Nullable UUID after, int limit) {
        return page(kind, view.list(scope, kind.kind(), after, limit + 1), limit);
    }

    /** One page of the records that carry a key. */
    public <T> Page<T> page(RecordKind<T> kind, Key key, @Nullable UUID after, int limit) {
        return page(kind, view.where(key, after, limit + 1), limit);
    }

    private <T> Page<T> page(RecordKind<T> kind, List<Row> rows, int limit) {
        if (rows.size() <= limit) return new Page<>(decode(kind, rows), null);
        List<Row> cut = rows.subList(0, limit);
        return new Page<>(decode(kind, cut), cut.get(limit - 1).id());
    }

    public <T> List<T> among(RecordKind<T> kind, Collection<Scope> scopes) {
        return scopes.isEmpty() ? List.of() : decode(kind, view.among(scopes, kind.kind()));
    }

    public <T> List<T> where(RecordKind<T> kind, Key key) {
        return decode(kind, view.where(key, null, Integer.MAX_VALUE));
    }

    /** The records of this kind that carry any of the keys; keys of several kinds may be mixed in one reading. */
    public <T> List<T> whereAny(RecordKind<T> kind, Collection<Key> keys) {
        return keys.isEmpty() ? List.of() : decode(kind, view.whereAny(keys));
    }

    /** Decodes those of the rows that are of this kind. */
    public <T> List<T> decode(RecordKind<T> kind, List<Row> rows) {
        List<T> records = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.kind().equals(kind.kind())) records.add(decode(kind, row));
        }
        return records;
    }

    private static <T> T decode(RecordKind<T> kind, Row row) {
        try {
            return JSON.record(row.body(), kind.type(), kind.upgrades());
        } catch (RuntimeException e) {
            throw new StorageException(
                    Message.of("record.damaged", kind.kind().name(), row.id(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Refuses what belongs to a feature that the organisation does without. */
    public void requireOn(RecordKind<?> kind) {
        Feature feature = Treatments.of(kind).feature();
        if (feature != null && maker.off().contains(feature)) {
            throw new DeniedException(Message.of("denied.feature-off", feature));
        }
    }

    /** Puts a record; one that is new is refused when its feature is switched off. */
    public <T> void put(RecordKind<T> kind, T record) {
        if (!maker.off().isEmpty()
                && find(kind, kind.scope().apply(record), kind.id().apply(record))
                        .isEmpty()) {
            requireOn(kind);
        }
        Row row = encode(kind, record, maker.sealing().secret());
        pending.rows.put(RowName.of(row), Optional.of(row));
        if (kind.journalled())
            touch(row.scope(), new JournalEntry.Item(kind.kind().name(), row.id(), Sealing.keyed(row)));
    }

    public <T> void remove(RecordKind<T> kind, T record) {
        RowName name = kind.nameOf(record);
        pending.rows.put(name, Optional.empty());
        if (kind.journalled())
            touch(name.scope(), new JournalEntry.Item(kind.kind().name(), name.id(), null));
    }

    /**
     * Has another scope's chain speak of a record that this call puts, with the same hash, or removes.
     *
     * @param scope never the one that the record lives in
     */
    public <T> void mention(Scope scope, RecordKind<T> kind, T record) {
        RowName name = kind.nameOf(record);
        Optional<Row> row = Objects.requireNonNull(pending.rows.get(name), "put or remove it first");
        touch(
                scope,
                new JournalEntry.Item(
                        kind.kind().name(), name.id(), row.map(Sealing::keyed).orElse(null)));
    }

    private void touch(Scope scope, JournalEntry.Item item) {
        touched.computeIfAbsent(scope, each -> new ArrayList<>()).add(item);
    }

    /** The record as a row; the same for single calls and for bulk. */
    public static <T> Row encode(RecordKind<T> kind, T record, String secret) {
        return new Row(
                kind.scope().apply(record),
                kind.kind(),
                kind.id().apply(record),
                JSON.body(record, kind.upgrades().current(), secret),
                kind.keys().apply(record));
    }

    /** Ends the call: one entry for each scope it touched. The system has neither person nor role. */
    public void journal(String act, @Nullable PersonId actor, @Nullable Role role) {
        Map<Scope, UUID> aliases = actor == null ? Map.of() : aliases(actor);
        touched.forEach((scope, objects) -> pending.append(
                scope,
                JSON.text(new EntryBody(pending.change, now, aliases.get(scope), role, act, objects)),
                snapshot));
        touched.clear();
    }

    /** By which alias each touched scope knows the actor; one reading, and a new alias where there is none. */
    private Map<Scope, UUID> aliases(PersonId person) {
        Map<Scope, UUID> aliases = new HashMap<>();
        whereAny(
                        Kinds.ALIAS,
                        touched.keySet().stream()
                                .map(scope -> Kinds.aliasOf(scope, person))
                                .toList())
                .forEach(known -> aliases.put(new Scope(known.scope()), known.id()));
        for (Scope scope : touched.keySet()) {
            if (aliases.containsKey(scope)) continue;
            Alias alias = new Alias(newId(), scope.id(), person);
            put(Kinds.ALIAS, alias);
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

    void requireJournalled() {
        if (!touched.isEmpty()) throw new IllegalStateException("something was written that the journal does not know");
    }

    /** The codec of all records. */
    public static RecordJson json() {
        return JSON;
    }
}
