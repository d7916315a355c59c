package org.eportfolio.spi;

import java.util.List;
import java.util.Map;

/**
 * What a commit does, all of it or nothing. Rows are removed first, then put, then the entries are appended; each
 * entry's number follows the head of its scope.
 *
 * @param basis the heads the change was decided upon; a scope that has no head yet has {@link Head#EMPTY}. Every scope
 *     that gets an entry stands in it; one that gets none stands in it when the change holds only as long as that scope
 *     has not moved, such as the organisation, which says who may do what. A store for many writers need not lock such a
 *     scope against others that only rely on it
 * @param removes rows that go; removing what is not there does nothing
 * @param puts rows that come or are replaced
 * @param entries in chain order within each scope
 */
public record Change(Map<Scope, Head> basis, List<RowName> removes, List<Row> puts, List<Entry> entries) {
    public Change {
        basis = Map.copyOf(basis);
        removes = List.copyOf(removes);
        puts = List.copyOf(puts);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (!basis.containsKey(entry.scope())) {
                throw new IllegalArgumentException("an entry's scope must stand in the basis: " + entry.scope());
            }
        }
    }
}
