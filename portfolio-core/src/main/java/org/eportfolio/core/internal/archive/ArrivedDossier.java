package org.eportfolio.core.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * One dossier as an archive has it, checked against its own chain; of one that was erased the chain is left, and what
 * others made there.
 *
 * @param left what the chain knows and the archive left out, because only its author might see it
 */
record ArrivedDossier(
        Scope scope,
        @Nullable Dossier dossier,
        Map<RowName, ImportedRow<?>> rows,
        List<Assessment> assessments,
        List<Entry> entries,
        Map<RowName, Hash> left,
        Optional<Entry> covering) {
    private static final int PAGE = 500;
    /** In characters. No learner writes as much; a file that pretends to must not fill the memory. */
    private static final long LARGEST = 64L << 20;

    Head head() {
        return entries.isEmpty() ? Head.EMPTY : entries.get(entries.size() - 1).head();
    }

    /**
     * Takes the rows and entries of this scope.
     *
     * @param mayLack whether records that only their author might see may be missing
     */
    static ArrivedDossier read(Scope scope, boolean mayLack, ArchiveImport bringing) {
        List<Entry> entries = new ArrayList<>();
        ImportedChain chain = new ImportedChain(scope);
        long size = 0;
        for (Entry each = bringing.nextEntry(scope); each != null; each = bringing.nextEntry(scope)) {
            chain.take(each);
            entries.add(each);
            size = bounded(scope, size + each.body().length());
        }
        Dossier dossier = null;
        Map<RowName, ImportedRow<?>> rows = new LinkedHashMap<>();
        List<Assessment> assessments = new ArrayList<>();
        for (RecordKind<?> kind : ArchiveExport.kinds()) {
            for (ImportedRow<?> each = bringing.next(kind, scope); each != null; each = bringing.next(kind, scope)) {
                InvalidInputException.unless(
                        !Kinds.OF_ORGANISATION.contains(kind.kind()),
                        ArchiveImport.path(each.row()),
                        "archive.misplaced",
                        kind.kind().name(),
                        each.row().id());
                if (!entries.isEmpty() || kind.equals(TraceKinds.ALIAS)) {
                    chain.require(kind, each.row(), each.record());
                }
                rows.put(RowName.of(each.row()), each);
                if (each.record() instanceof Dossier found) dossier = found;
                if (each.record() instanceof Assessment assessment) assessments.add(assessment);
                size = bounded(scope, size + each.row().body().length());
            }
        }
        Map<RowName, Hash> left = chain.requireNoMore(mayLack);
        // Of a dossier that was erased, the chain stays, with the aliases of those who wrote in it and what others made
        // there.
        InvalidInputException.unless(
                dossier != null || chain.saysGone(DossierKinds.DOSSIER, scope.id()),
                "dossier " + scope.id(),
                "archive.lacks",
                "dossier",
                scope.id());
        return new ArrivedDossier(
                scope,
                dossier,
                rows,
                assessments,
                entries,
                left,
                chain.covering(rows.values().stream().<Row>map(ImportedRow::row).toList()));
    }

    private static long bounded(Scope scope, long size) {
        InvalidInputException.unless(
                size <= LARGEST, "dossier " + scope.id(), "exchange.too-large", scope.id(), LARGEST);
        return size;
    }

    /** The dossier with these rows in place of its own. */
    ArrivedDossier with(Map<RowName, ImportedRow<?>> others) {
        List<Assessment> judged = others.values().stream()
                .map(ImportedRow::record)
                .filter(Assessment.class::isInstance)
                .map(Assessment.class::cast)
                .toList();
        return new ArrivedDossier(scope, dossier, others, judged, entries, left, covering);
    }

    /** Whether one of the two chains goes on from the other. */
    boolean meets(Head here, View view) {
        Head theirs = head();
        if (here.equals(Head.EMPTY)) return true;
        if (here.length() <= theirs.length()) {
            return entries().get((int) here.length() - 1).hash().equals(here.hash());
        }
        return view.entries(scope(), theirs.length() - 1, 1).get(0).hash().equals(theirs.hash());
    }

    /** The number of the first entry that is another one here. */
    long parting(View view) {
        int at = 0;
        for (List<Entry> page = view.entries(scope(), 0, PAGE);
                !page.isEmpty();
                page = view.entries(scope(), at, PAGE)) {
            for (Entry ours : page) {
                if (at >= entries().size() || !ours.equals(entries().get(at))) return at + 1;
                at++;
            }
        }
        return at + 1;
    }
}
