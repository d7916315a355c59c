package org.eportfolio.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param contents the files that the rows put here refer to. The commit touches each, so that nothing removes it as left
 *     over, and is refused with a {@link MissingContentException} if one is not there
 * @param indexed what rows that are there after this change are found by from now on, each row once; it takes the place of
 *     what they were found by. A row that is put and does not stand here is found by what it was found by; one that is removed
 *     is found no more. Empty for a store without a {@link SearchIndex}
 */
public record Change(
        Map<Scope, Head> basis,
        List<RowName> removes,
        List<Row> puts,
        List<Entry> entries,
        Set<Stored> contents,
        List<IndexedRow> indexed) {
    /** A change whose rows refer to no files. */
    public Change(Map<Scope, Head> basis, List<RowName> removes, List<Row> puts, List<Entry> entries) {
        this(basis, removes, puts, entries, Set.of());
    }

    /** A change of which no index is to know. */
    public Change(
            Map<Scope, Head> basis, List<RowName> removes, List<Row> puts, List<Entry> entries, Set<Stored> contents) {
        this(basis, removes, puts, entries, contents, List.of());
    }

    public Change {
        basis = Map.copyOf(basis);
        removes = List.copyOf(removes);
        puts = List.copyOf(puts);
        entries = List.copyOf(entries);
        contents = Set.copyOf(contents);
        indexed = List.copyOf(indexed);
        for (Entry entry : entries) {
            if (!basis.containsKey(entry.scope())) {
                throw new IllegalArgumentException("an entry's scope must stand in the basis: " + entry.scope());
            }
        }
    }
}
