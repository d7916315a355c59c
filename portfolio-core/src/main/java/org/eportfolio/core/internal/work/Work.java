package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.privacy.Feature;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** One call inside one snapshot: what it reads, what it will write, and what the journal will say of it. For one thread. */
public final class Work extends Reading {
    /** The kind of a reading of which it is not known that it is about one kind alone. */
    public static final String WHOLE = "dossier";

    private final Maker maker;
    private final List<AccessPolicy.Question> questions = new ArrayList<>();
    private final Set<AccessPolicy.Question> shown = new LinkedHashSet<>();
    private final Set<AccessPolicy.Question> vetoed;
    private final Set<NotedReading> readings = new LinkedHashSet<>();
    private @Nullable NotedReading last;
    private boolean wrote;
    private boolean endsAtGate;
    private final TouchedScopes touched = new TouchedScopes();

    /** What every call shares: the means to make something new, and what earlier calls have read. */
    record Maker(
            Ids ids,
            Sealing sealing,
            Memory memory,
            Set<Feature> off,
            ZoneId zone,
            boolean keepsReadings,
            Indexing indexing) {}

    Work(View snapshot, Pending pending, Maker maker, Instant now) {
        this(snapshot, pending, maker, now, Set.of());
    }

    /** @param vetoed what the host's policy is known to refuse to show */
    Work(View snapshot, Pending pending, Maker maker, Instant now, Set<AccessPolicy.Question> vetoed) {
        super(new SnapshotMemory(snapshot, pending, maker.memory()), pending, now, maker.zone());
        this.maker = maker;
        this.vetoed = vetoed;
    }

    /**
     * Says that a person reads something of another's dossier, for the access log. Once for each dossier and kind of a call.
     *
     * @param object {@code null} for no one record
     */
    public void reads(Scope dossier, PersonId person, Role role, String kind, @Nullable UUID object) {
        if (!maker.keepsReadings()) return;
        last = new NotedReading(dossier, identities().written(person).value(), role.name(), kind, object);
        readings.add(last);
    }

    /** Says which kind of record, or which one record, the reading that was said last is about. */
    public void readsOf(String kind, @Nullable UUID object) {
        NotedReading before = last;
        if (before == null || !before.kind().equals(WHOLE)) return;
        readings.remove(before);
        last = before.about(kind, object);
        readings.add(last);
    }

    /** What was read of others' dossiers, for the access log. */
    Set<NotedReading> readings() {
        return readings;
    }

    /** Whether all that is seen of this scope is committed, so that it may be remembered. */
    public boolean isStored(Scope scope) {
        return pending.head(scope).isEmpty() && !touched.has(scope);
    }

    /** A new id. */
    public UUID newId() {
        return maker.ids().next(now().toEpochMilli());
    }

    /** Ends the call; what was only supposed is for the commit to check. */
    void finish() {
        if (!touched.isEmpty()) throw new IllegalStateException("something was written that the journal does not know");
        known.finish();
    }

    /** Refuses what belongs to a feature that the organisation does without. */
    public void requireOn(RecordKind<?> kind) {
        Feature feature = kind.feature();
        if (feature != null && maker.off().contains(feature)) {
            throw new DeniedException(Message.of("denied.feature-off", feature));
        }
    }

    /**
     * Puts a record; one that is new is refused when its feature is switched off.
     *
     * @throws StorageException if it takes the place of one that a newer version wrote, in which this version read past something
     */
    public <T> void put(RecordKind<T> kind, T record) {
        Encoded encoded = encoded(kind, record);
        put(encoded, kind.keptAsMade() && identities().isEmpty() ? record : null);
        RowName name = RowName.of(encoded.row());
        index(kind, name, record);
        if (Reference.needsContents(kind)) pending.require(name, Inside.contents(record));
    }

    private <T> Encoded encoded(RecordKind<T> kind, T record) {
        return Encoded.of(
                kind,
                identities().isEmpty() ? record : written(kind, record),
                maker.sealing().secret());
    }

    /** With the ids that its people had in it before, or else in its dossier, or else for what is new. */
    private <T> T written(RecordKind<T> kind, T record) {
        if (!identities().severalFor(Inside.people(record))) return identities().written(record, Set.of());
        Set<PersonId> known = learner(kind.scope().apply(record));
        T written = identities().written(record, known);
        RowName name = kind.nameOf(written);
        Optional<Row> there = view().find(name.scope(), name.kind(), name.id());
        if (there.isEmpty()) return written;
        Set<PersonId> before = new LinkedHashSet<>(Inside.people(stored(kind, there.get())));
        before.addAll(known);
        return identities().written(record, before);
    }

    /** The learner of the dossier of this scope, by the id that it was opened under; none elsewhere. */
    private Set<PersonId> learner(Scope scope) {
        if (scope.equals(Scope.ORGANISATION)) return Set.of();
        return view().find(scope, DossierKinds.DOSSIER.kind(), scope.id())
                .map(row -> Set.of(stored(DossierKinds.DOSSIER, row).learner()))
                .orElse(Set.of());
    }

    /** The id under which what is new of a person in this scope is written; empty for an id that ended. */
    public Optional<PersonId> writtenIn(Scope scope, PersonId person) {
        if (identities().isEmpty()) return Optional.of(person);
        if (identities().hasEnded(person)) return Optional.empty();
        Set<PersonId> known = identities().severalFor(Set.of(person)) ? learner(scope) : Set.of();
        return Optional.of(identities().written(person, known));
    }

    /** The same, for a record that was encoded beforehand. */
    public void put(Encoded encoded) {
        put(encoded, null);
        RecordKind<?> kind = encoded.kind();
        if (maker.indexing().indexes(kind)) index(kind, RowName.of(encoded.row()), decode(kind, encoded.row()));
    }

    private void index(RecordKind<?> kind, RowName name, Object record) {
        if (maker.indexing().indexes(kind)) pending.index(maker.indexing().row(kind, name, record));
    }

    private void put(Encoded encoded, @Nullable Object record) {
        Row row = encoded.row();
        if (known.isKnownToSayMore(RowName.of(row))) {
            throw new StorageException(
                    Message.of("record.newer-fields", row.kind().name(), row.id()), null);
        }
        if (!maker.off().isEmpty()
                && find(encoded.kind(), row.scope(), row.id()).isEmpty()) requireOn(encoded.kind());
        pending.put(row, record);
        if (encoded.item() != null) touched.add(row.scope(), encoded.item());
    }

    public <T> void remove(RecordKind<T> kind, T record) {
        remove(kind, kind.nameOf(identities().isEmpty() ? record : written(kind, record)));
    }

    /** Removes the record of this name. */
    public void remove(RecordKind<?> kind, RowName name) {
        pending.remove(name);
        if (kind.journalled())
            touched.add(name.scope(), new JournalEntry.Item(kind.kind().name(), name.id(), null));
    }

    /** Says that a scope is new with this call, so that the end of its chain need not be looked up. */
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
        touched.add(
                scope,
                new JournalEntry.Item(
                        kind.kind().name(), name.id(), row.map(Sealing::keyed).orElse(null)));
    }

    /** Has a scope's chain speak of this call even if it only touches what the journal leaves out. */
    public void touch(Scope scope) {
        touched.add(scope);
    }

    /** The row that a record would have here; it is not put. */
    public <T> Row row(RecordKind<T> kind, T record) {
        return encoded(kind, record).row();
    }

    /**
     * Puts a row that was made elsewhere, as it is; the caller sees to it that a journal knows it.
     *
     * @param record what the row says
     */
    public void putBack(RecordKind<?> kind, Row row, Object record) {
        pending.put(row);
        index(kind, RowName.of(row), record);
        if (Reference.needsContents(kind)) pending.require(RowName.of(row), Inside.contents(record));
    }

    /** Takes a row away, of which entries made elsewhere say that it went. */
    public void takeBack(RowName name) {
        pending.remove(name);
    }

    /** Whether the record is here as this hash knows it. */
    public boolean isKept(RowName name, Hash hash) {
        return view().find(name.scope(), name.kind(), name.id())
                .filter(row -> Sealing.keyed(row).equals(hash))
                .isPresent();
    }

    /** Has the record's own chain say that it is no more, where entries made elsewhere speak of it and it did not come. */
    public void lost(RowName name) {
        touched.add(name.scope(), new JournalEntry.Item(name.kind().name(), name.id(), null));
    }

    /** Goes on with a chain as it went on elsewhere. */
    public void follow(Scope scope, Head before, List<Entry> entries) {
        pending.follow(scope, before, entries);
    }

    /** Has a scope's chain speak of a row that was made elsewhere. */
    public void mention(Scope scope, Row row) {
        touched.add(scope, new JournalEntry.Item(row.kind().name(), row.id(), Sealing.keyed(row)));
    }

    /** Ends the call: one entry for each scope it touched. The system has neither person nor role. */
    public void journal(String act, @Nullable PersonId actor, @Nullable Role role) {
        wrote = true;
        touched.journal(act, actor, role, this);
    }

    /** Has the host's policy asked before anything is written or answered. */
    public void ask(AccessPolicy.Question question) {
        questions.add(question);
        if (endsAtGate) throw new PassedGate();
    }

    /** What the policy was asked first: what the call is let through for; empty if it was asked nothing. */
    public Optional<AccessPolicy.Question> firstQuestion() {
        return questions.stream().findFirst();
    }

    /** A scope whose chain moves when what is pending is committed: the first; empty if none does. */
    public Optional<Scope> moving() {
        return pending.heads().keySet().stream().findFirst();
    }

    /** Goes no further than through the gate: the first question for the policy ends the call. */
    void endAtGate() {
        endsAtGate = true;
    }

    /** Ends a call that the gate let through. */
    static final class PassedGate extends RuntimeException {
        private static final long serialVersionUID = 1;

        PassedGate() {
            super(null, null, false, false);
        }
    }

    /**
     * Whether the host's policy lets this be shown, as one thing of many: what it refuses is left out and the call goes on.
     * It is asked when the snapshot is closed, and the reading is done again without what it refused.
     */
    public boolean admits(AccessPolicy.Question question) {
        if (vetoed.contains(question)) return false;
        shown.add(question);
        return true;
    }

    List<AccessPolicy.Question> questions() {
        return questions;
    }

    /** Whether the call has written and ended. */
    boolean wrote() {
        return wrote;
    }

    Set<AccessPolicy.Question> shown() {
        return shown;
    }
}
