package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What will be committed: grows call by call, seen by the calls that follow. What one call added can be undone, at the
 * cost of what that call did, however much was pending before. Confined to one thread.
 */
final class Pending {
    final UUID change;
    private final boolean remembered;
    private final Map<RowName, Optional<Row>> rows = new LinkedHashMap<>();
    private final Map<RowName, Set<Stored>> contents = new HashMap<>();
    private final Map<Scope, Head> basis = new LinkedHashMap<>();
    private final Map<Scope, Head> heads = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<RowName, IndexedRow> indexed = new HashMap<>();
    private final Map<Row, Object> records = new IdentityHashMap<>();
    private final List<Runnable> undo = new ArrayList<>();
    private boolean undoable;
    private boolean supposes;
    private boolean changesIdentities;

    /** Names of rows that were pending at some time, by where they are and by the keys they carried; made when asked. */
    private @Nullable Map<Place, Set<RowName>> byPlace;

    private @Nullable Map<Key, Set<RowName>> byKey;

    private record Place(Scope scope, Kind kind) {}

    Pending(UUID change) {
        this(change, true);
    }

    /** @param remembered whether what was put will be read again; a load puts too much for that */
    Pending(UUID change, boolean remembered) {
        this.change = change;
        this.remembered = remembered;
    }

    /**
     * What is decided from here on may rest on what is remembered, without a look at the store: the commit finds out
     * whether that still held.
     */
    void suppose() {
        supposes = true;
    }

    boolean supposes() {
        return supposes;
    }

    /** From here on every look is one into the snapshot. */
    void makeSure() {
        supposes = false;
    }

    /** The change may be made only while these scopes stand so. */
    void relyOn(Map<Scope, Head> supposed) {
        supposed.forEach(basis::putIfAbsent);
    }

    /** From here on everything can be undone, up to the next beginning. */
    void beginCall() {
        undo.clear();
        undoable = true;
    }

    /** Takes back everything since the call began. */
    void undoCall() {
        for (int i = undo.size() - 1; i >= 0; i--) undo.get(i).run();
        undo.clear();
    }

    private <K, V> void set(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        if (undoable) undo.add(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    /** The files that a row put here refers to must be there when this is committed. */
    void require(RowName name, Set<Stored> files) {
        if (!files.isEmpty() || contents.containsKey(name)) set(contents, name, files);
    }

    /** What the row that is put is found by. */
    void index(IndexedRow row) {
        set(indexed, row.name(), row);
    }

    /** @param record what the row says, with people as they stand in it; {@code null} to have it decoded when needed */
    void put(Row row, @Nullable Object record) {
        if (record != null && remembered) records.put(row, record);
        put(row);
    }

    /** What a row says, with its people by their ids of now. */
    <T> T record(RecordKind<T> kind, Row row, Identities identities) {
        Object known = records.get(row);
        return identities.now(
                known == null ? Work.stored(kind, row) : kind.type().cast(known));
    }

    void put(Row row) {
        RowName name = RowName.of(row);
        set(rows, name, Optional.of(row));
        noteIdentity(name);
        if (byPlace != null) place(byPlace, name);
        if (byKey != null) key(byKey, row);
    }

    void remove(RowName name) {
        set(rows, name, Optional.empty());
        noteIdentity(name);
        if (byPlace != null) place(byPlace, name);
    }

    private void noteIdentity(RowName name) {
        changesIdentities |= name.kind().equals(SchoolKinds.ID_CHANGE.kind());
    }

    private static void place(Map<Place, Set<RowName>> byPlace, RowName name) {
        byPlace.computeIfAbsent(new Place(name.scope(), name.kind()), each -> new LinkedHashSet<>())
                .add(name);
    }

    private static void key(Map<Key, Set<RowName>> byKey, Row row) {
        row.keys()
                .forEach(key -> byKey.computeIfAbsent(key, each -> new LinkedHashSet<>())
                        .add(RowName.of(row)));
    }

    private Set<RowName> at(Place place) {
        if (byPlace == null) {
            byPlace = new HashMap<>();
            for (RowName name : rows.keySet()) place(byPlace, name);
        }
        return byPlace.getOrDefault(place, Set.of());
    }

    private Set<RowName> under(Key key) {
        if (byKey == null) {
            byKey = new HashMap<>();
            for (Optional<Row> row : rows.values()) {
                if (row.isPresent()) key(byKey, row.get());
            }
        }
        return byKey.getOrDefault(key, Set.of());
    }

    /** Whether the row was put or removed here, so that the stored one no longer counts. */
    boolean hides(RowName name) {
        return rows.containsKey(name);
    }

    /** What is pending under this name: a row, or its removal; {@code null} for neither. */
    @Nullable
    Optional<Row> row(RowName name) {
        return rows.get(name);
    }

    /** All rows that were put. */
    Stream<Row> rows() {
        return rows.values().stream().flatMap(Optional::stream);
    }

    Stream<Row> at(Scope scope, Kind kind) {
        return standing(at(new Place(scope, kind)));
    }

    /** Tells what becomes of each row of a kind in a scope: the row that is put, or empty for one that is removed. */
    void at(Scope scope, Kind kind, BiConsumer<UUID, Optional<Row>> each) {
        for (RowName name : at(new Place(scope, kind))) {
            Optional<Row> row = rows.get(name);
            if (row != null) each.accept(name.id(), row);
        }
    }

    /** Whether an id of a person may become another, or again what it was. */
    boolean changesIdentities() {
        return changesIdentities;
    }

    Stream<Row> carrying(Key key) {
        return standing(under(key)).filter(row -> row.keys().contains(key));
    }

    private Stream<Row> standing(Set<RowName> names) {
        return names.stream().flatMap(name -> rows.getOrDefault(name, Optional.empty()).stream());
    }

    /** How many stored rows may be hidden at most. */
    int size() {
        return rows.size();
    }

    /**
     * Goes on with a chain that needs no look-up: one whose end is not committed yet, or one that begins with this
     * change. A chain that is under way here goes on as it does.
     */
    void startAt(Scope scope, Head head) {
        if (heads.containsKey(scope)) return;
        set(basis, scope, head);
        set(heads, scope, head);
    }

    /** Takes over entries that were made elsewhere and follow this head. */
    void follow(Scope scope, Head before, List<Entry> more) {
        if (more.isEmpty()) return;
        if (!basis.containsKey(scope)) set(basis, scope, before);
        set(heads, scope, more.get(more.size() - 1).head());
        entries.addAll(more);
        if (undoable)
            undo.add(() -> entries.subList(entries.size() - more.size(), entries.size())
                    .clear());
    }

    void append(Scope scope, String body, Function<Scope, Head> committed) {
        Head before = heads.get(scope);
        if (before == null) {
            before = committed.apply(scope);
            set(basis, scope, before);
        }
        Entry entry = Sealing.entry(scope, before, body);
        set(heads, scope, entry.head());
        entries.add(entry);
        if (undoable) undo.add(() -> entries.remove(entries.size() - 1));
    }

    /** The head once this is committed; empty for a scope that gets no entry. */
    Optional<Head> head(Scope scope) {
        return Optional.ofNullable(heads.get(scope));
    }

    /** Where the chains that go on stand once this is committed. */
    Map<Scope, Head> heads() {
        return heads;
    }

    /** The heads that it is decided upon. */
    Map<Scope, Head> basis() {
        return basis;
    }

    /** What becomes of the rows, by the scope whose chain tells of it and by kind; some of dossiers' have two. */
    Map<Scope, Map<Kind, List<Map.Entry<RowName, Optional<Row>>>>> rowsByTeller() {
        Map<Scope, Map<Kind, List<Map.Entry<RowName, Optional<Row>>>>> byTeller = new HashMap<>();
        for (Map.Entry<RowName, Optional<Row>> each : rows.entrySet()) {
            RowName name = each.getKey();
            tell(byTeller, name.scope(), each);
            if (Kinds.IN_ORGANISATION_CHAIN.contains(name.kind())
                    && !name.scope().equals(Scope.ORGANISATION)) {
                tell(byTeller, Scope.ORGANISATION, each);
            }
        }
        return byTeller;
    }

    private static <T extends Map.Entry<RowName, Optional<Row>>> void tell(
            Map<Scope, Map<Kind, List<T>>> byTeller, Scope teller, T row) {
        byTeller.computeIfAbsent(teller, scope -> new HashMap<>())
                .computeIfAbsent(row.getKey().kind(), kind -> new ArrayList<>())
                .add(row);
    }

    /** A scope's head names its state only if nothing in it changes without an entry. */
    void requireChained() {
        for (RowName name : rows.keySet()) {
            if (Kinds.UNCHAINED.contains(name.kind())) continue;
            if (!heads.containsKey(name.scope())) {
                throw new IllegalStateException("a " + name.kind() + " changes without an entry in its scope's chain");
            }
            if (Kinds.IN_ORGANISATION_CHAIN.contains(name.kind()) && !heads.containsKey(Scope.ORGANISATION)) {
                throw new IllegalStateException("a " + name.kind() + " changes without an entry of the organisation's");
            }
        }
    }

    Set<Scope> scopes() {
        return basis.keySet();
    }

    boolean isEmpty() {
        return rows.isEmpty() && entries.isEmpty();
    }

    Change toChange() {
        List<RowName> removes = new ArrayList<>();
        List<Row> puts = new ArrayList<>();
        rows.forEach((name, row) -> row.ifPresentOrElse(puts::add, () -> removes.add(name)));
        Set<Stored> files = new HashSet<>();
        contents.forEach((name, needed) -> {
            if (rows.getOrDefault(name, Optional.empty()).isPresent()) files.addAll(needed);
        });
        List<IndexedRow> found = new ArrayList<>();
        indexed.forEach((name, row) -> {
            if (rows.getOrDefault(name, Optional.empty()).isPresent()) found.add(row);
        });
        return new Change(basis, removes, puts, entries, files, found);
    }
}
