package org.eportfolio.postgresql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.GroupCommit.Waiting;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;

/**
 * Changes that can be made as one, since none touches what another rests upon: their order does not matter, so they go to
 * the database in one statement. Confined to one thread.
 */
final class Group {
    private static final int MOST_CHANGES = 256;
    private static final int MOST_ROWS = 2_000;

    private final List<Waiting> changes = new ArrayList<>();
    private final Map<Scope, Head> basis = new HashMap<>();
    private final Map<Scope, Head> heads = new HashMap<>();
    private final Set<RowName> removes = new LinkedHashSet<>();
    private final Map<RowName, Row> puts = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Stored> contents = new HashSet<>();
    private final Map<RowName, IndexedRow> indexed = new LinkedHashMap<>();

    static Group of(Change change) {
        Group group = new Group();
        group.add(change);
        return group;
    }

    List<Waiting> changes() {
        return changes;
    }

    Map<Scope, Head> basis() {
        return basis;
    }

    /** The heads once the entries are there. */
    Map<Scope, Head> heads() {
        return heads;
    }

    Collection<RowName> removes() {
        return removes;
    }

    /** Each name once. */
    Collection<Row> puts() {
        return puts.values();
    }

    List<Entry> entries() {
        return entries;
    }

    Collection<Stored> contents() {
        return contents;
    }

    /** Each name once. */
    Collection<IndexedRow> indexed() {
        return indexed.values();
    }

    /** Takes the change along if it has nothing to do with those that are here; the first always. */
    boolean take(Waiting waiting) {
        Change change = waiting.change();
        if (!changes.isEmpty() && !isApart(change)) return false;
        changes.add(waiting);
        add(change);
        return true;
    }

    private boolean isApart(Change change) {
        if (changes.size() == MOST_CHANGES || puts.size() + removes.size() > MOST_ROWS) return false;
        for (Map.Entry<Scope, Head> each : change.basis().entrySet()) {
            Head here = basis.get(each.getKey());
            if (heads.containsKey(each.getKey()) || (here != null && !here.equals(each.getValue()))) return false;
        }
        for (Entry each : change.entries()) if (basis.containsKey(each.scope())) return false;
        return change.removes().stream().noneMatch(this::touches)
                && change.puts().stream().map(RowName::of).noneMatch(this::touches)
                && change.indexed().stream().map(IndexedRow::name).noneMatch(this::touches);
    }

    private boolean touches(RowName name) {
        return removes.contains(name) || puts.containsKey(name) || indexed.containsKey(name);
    }

    private void add(Change change) {
        basis.putAll(change.basis());
        removes.addAll(change.removes());
        change.puts().forEach(row -> puts.put(RowName.of(row), row));
        entries.addAll(change.entries());
        change.entries().forEach(entry -> heads.put(entry.scope(), entry.head()));
        contents.addAll(change.contents());
        change.indexed().forEach(row -> indexed.put(row.name(), row));
    }

    /** Throws when an entry does not follow the head that its change was decided upon. */
    static void requireFollowing(Change change) {
        Map<Scope, Long> next = new HashMap<>();
        for (Entry entry : change.entries()) {
            Head head = change.basis().getOrDefault(entry.scope(), Head.EMPTY);
            long number = next.merge(entry.scope(), head.length() + 1, (before, first) -> before + 1);
            if (entry.number() != number) throw new StaleException(entry.scope(), head, head);
        }
    }

    /** Throws when the database could not keep a text of the change. */
    static void requireKeepable(Change change) {
        boolean keepable = change.puts().stream().noneMatch(Group::hasNull)
                && change.entries().stream().noneMatch(entry -> entry.body().indexOf('\0') >= 0);
        if (!keepable) throw Failures.refusal("storage.null-character", null);
    }

    private static boolean hasNull(Row row) {
        for (byte each : row.json().utf8()) if (each == 0) return true;
        return row.keys().stream()
                .anyMatch(key -> key.value().indexOf('\0') >= 0 || key.name().indexOf('\0') >= 0);
    }
}
