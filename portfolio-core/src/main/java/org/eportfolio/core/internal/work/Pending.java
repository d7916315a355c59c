package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** What will be committed: grows call by call, seen by the calls that follow. Confined to one thread. */
final class Pending {
    final UUID change;
    final Map<RowName, Optional<Row>> rows = new LinkedHashMap<>();
    private final Map<Scope, Head> basis = new LinkedHashMap<>();
    private final Map<Scope, Head> heads = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Pending(UUID change) {
        this.change = change;
    }

    /** As it stands, to come back to when a call among several is refused. */
    Pending copy() {
        Pending copy = new Pending(change);
        copy.take(this);
        return copy;
    }

    void reset(Pending to) {
        rows.clear();
        basis.clear();
        heads.clear();
        entries.clear();
        take(to);
    }

    private void take(Pending other) {
        rows.putAll(other.rows);
        basis.putAll(other.basis);
        heads.putAll(other.heads);
        entries.addAll(other.entries);
    }

    /** Goes on with a chain whose end this change cannot see, because it is not committed yet. */
    void startAt(Scope scope, Head head) {
        basis.put(scope, head);
        heads.put(scope, head);
    }

    void append(Scope scope, String body, Function<Scope, Head> committed) {
        Head before = heads.get(scope);
        if (before == null) {
            before = committed.apply(scope);
            basis.put(scope, before);
        }
        Entry entry = Sealing.entry(scope, before, body);
        heads.put(scope, entry.head());
        entries.add(entry);
    }

    /** The head once this is committed; empty for a scope that gets no entry. */
    Optional<Head> head(Scope scope) {
        return Optional.ofNullable(heads.get(scope));
    }

    /** The heads that it is decided upon. */
    Map<Scope, Head> basis() {
        return basis;
    }

    /** What becomes of the rows of one scope. */
    List<Map.Entry<RowName, Optional<Row>>> rowsIn(Scope scope) {
        return rows.entrySet().stream()
                .filter(each -> each.getKey().scope().equals(scope))
                .toList();
    }

    /** A scope's head names its state only if nothing in it changes without an entry. */
    void requireChained() {
        for (RowName name : rows.keySet()) {
            if (!heads.containsKey(name.scope())) {
                throw new IllegalStateException("a " + name.kind() + " changes without an entry in its scope's chain");
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
        return new Change(basis, removes, puts, entries);
    }
}
