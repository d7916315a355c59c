package org.eportfolio.core.internal.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PortfolioException;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.ArchiveKinds;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** The dossiers of an archive, one at a time: checked against their own chain, then laid beside what is here. */
final class DossierImport {
    private static final int PAGE = 500;
    /** In characters. No learner writes as much; a file that pretends to must not fill the memory. */
    private static final long LARGEST = 64L << 20;

    private final ArchiveImport bringing;
    private final ImportTally tally;
    private final Catalogue catalogue;
    private final OrganisationImport organisation;
    private final boolean journalled;
    private int taken;
    private int erased;
    private @Nullable LocalDate erasedOn;

    /** @param journalled whether the organisation's journal records the import */
    DossierImport(
            ArchiveImport bringing,
            ImportTally tally,
            Catalogue catalogue,
            OrganisationImport organisation,
            boolean journalled) {
        this.bringing = bringing;
        this.tally = tally;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.journalled = journalled;
    }

    /** One dossier as the archive has it; of one that was erased only the chain is left. */
    private record Arrived(
            Scope scope,
            @Nullable Dossier dossier,
            Map<RowName, ImportedRow<?>> rows,
            List<Assessment> assessments,
            List<Entry> entries,
            Optional<Entry> covering) {
        Head head() {
            return entries.isEmpty()
                    ? Head.EMPTY
                    : entries.get(entries.size() - 1).head();
        }
    }

    /** Imports the dossier of this scope and returns the count. */
    int one(Scope scope, Work work) {
        Arrived arrived = gather(scope);
        Head here = work.view().head(scope);
        taken++;
        Optional<LocalDate> day =
                arrived.dossier() == null ? Optional.empty() : bringing.erased().dossier(scope, work);
        if (day.isPresent()) {
            erased++;
            erasedOn = day.get();
            tally.remark("dossier", scope.id().toString(), "archive.erased-dossier", day.get());
            arrived.rows().values().forEach(each -> tally.leftOut(each.row().kind()));
            return 1 + arrived.rows().size() + arrived.entries().size();
        }
        if (arrived.entries().isEmpty()) takenAway(arrived, here, work);
        else chained(arrived, here, work);
        return 1 + arrived.rows().size() + arrived.entries().size();
    }

    /** An archive of nothing but what was erased here is refused, whole. */
    void requireSomething() {
        if (erasedOn != null && erased == taken) throw ConflictException.state("archive.erased", erasedOn);
    }

    private Arrived gather(Scope scope) {
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
        chain.requireNoMore(journalled || organisation.hadArrived(new DossierId(scope.id())));
        // Of a dossier that was erased, the chain stays, with the aliases of those who wrote in it.
        boolean erased = rows.keySet().stream().allMatch(each -> each.kind().equals(TraceKinds.ALIAS.kind()));
        InvalidInputException.unless(
                dossier != null || erased, "dossier " + scope.id(), "archive.lacks", "dossier", scope.id());
        return new Arrived(
                scope,
                dossier,
                rows,
                assessments,
                entries,
                chain.covering(rows.values().stream().<Row>map(ImportedRow::row).toList()));
    }

    private static long bounded(Scope scope, long size) {
        InvalidInputException.unless(
                size <= LARGEST, "dossier " + scope.id(), "exchange.too-large", scope.id(), LARGEST);
        return size;
    }

    private void chained(Arrived arrived, Head here, Work work) {
        long theirs = arrived.head().length();
        if (!meet(arrived, here, work.view())) {
            throw ConflictException.state("archive.parted", arrived.scope().id(), parting(arrived, work.view()));
        }
        if (here.length() >= theirs) {
            arrived.rows().values().forEach(each -> tally.same(each.row()));
            if (here.length() > theirs) {
                tally.remark("dossier", arrived.scope().id().toString(), "archive.older", theirs, here.length());
            }
            return;
        }
        DossierId id = new DossierId(arrived.scope().id());
        if (here.equals(Head.EMPTY)) {
            newcomer(arrived, work);
        } else if (Arrivals.contain(id, work)) {
            tally.remark("dossier", id.toString(), "archive.newer", here.length(), theirs);
        } else {
            // A chain is unsigned: who holds a copy could go on with it.
            tally.remark("dossier", id.toString(), "archive.beyond", here.length(), theirs);
            arrived.rows().values().forEach(each -> tally.leftOut(each.row().kind()));
            return;
        }
        lay(arrived, here, work);
        work.follow(arrived.scope(), here, arrived.entries().subList((int) here.length(), (int) theirs));
        if (!journalled) return;
        arrived.covering().ifPresent(each -> work.follow(arrived.scope(), arrived.head(), List.of(each)));
        mention(arrived, work);
    }

    /** Whether one of the two chains goes on from the other. */
    private static boolean meet(Arrived arrived, Head here, View view) {
        Head theirs = arrived.head();
        if (here.equals(Head.EMPTY)) return true;
        if (here.length() <= theirs.length()) {
            return arrived.entries().get((int) here.length() - 1).hash().equals(here.hash());
        }
        return view.entries(arrived.scope(), theirs.length() - 1, 1)
                .get(0)
                .hash()
                .equals(theirs.hash());
    }

    /** The number of the first entry that is another one here. */
    private static long parting(Arrived arrived, View view) {
        int at = 0;
        for (List<Entry> page = view.entries(arrived.scope(), 0, PAGE);
                !page.isEmpty();
                page = view.entries(arrived.scope(), at, PAGE)) {
            for (Entry ours : page) {
                if (at >= arrived.entries().size()
                        || !ours.equals(arrived.entries().get(at))) return at + 1;
                at++;
            }
        }
        return at + 1;
    }

    /** A dossier that is not here yet must not be taken for another person's. */
    private void newcomer(Arrived arrived, Work work) {
        Dossier dossier = arrived.dossier();
        if (dossier == null) return;
        Optional<String> there = organisation.name(dossier.learner());
        Optional<String> here = GuardedDirectory.kept(dossier.learner(), work);
        if (there.isPresent() && here.isPresent() && !there.equals(here)) {
            throw ConflictException.state("archive.other-person", dossier.learner(), there.get(), here.get());
        }
        if (journalled) arrive(dossier, arrived, work);
    }

    /** Notes that the dossier is history from elsewhere; with it, which of its adoptions are not the school's own. */
    private void arrive(Dossier dossier, Arrived arrived, Work work) {
        Set<AdoptionId> own = Arrivals.ownAdoptions(work).stream()
                .map(Adoption::id)
                .filter(each -> !organisation.addedAdoption(each))
                .collect(Collectors.toSet());
        boolean named =
                arrived.rows().keySet().stream().anyMatch(each -> each.kind().equals(TraceKinds.ALIAS.kind()));
        work.put(
                ArchiveKinds.ARRIVAL,
                new Arrival(
                        dossier.id(),
                        dossier.learner(),
                        dossier.adoptions().filter(each -> !own.contains(each)).toList(),
                        named && !arrived.entries().isEmpty(),
                        work.now()));
    }

    /** What came from elsewhere is not found among the school's own dossiers. */
    private ImportedRow<?> placed(ImportedRow<?> row, Work work) {
        if (!(row.record() instanceof Dossier dossier)) return row;
        boolean history = journalled ? Arrivals.contain(dossier.id(), work) : organisation.hadArrived(dossier.id());
        return history ? row.under(Set.of(DossierKinds.arrivedOf(dossier.learner()))) : row;
    }

    /** Puts what differs, takes away what is no more, and derives the levels. */
    private void lay(Arrived arrived, Head here, Work work) {
        Map<RowName, Row> ours = here.equals(Head.EMPTY) ? Map.of() : rows(arrived.scope(), work.view());
        for (ImportedRow<?> one : arrived.rows().values()) {
            ImportedRow<?> each = placed(one, work);
            Row before = ours.get(RowName.of(each.row()));
            if (before != null && before.body().equals(each.row().body())) {
                tally.same(each.row());
                continue;
            }
            bringing.needs(each);
            work.putBack(each.row(), each.record());
            if (before == null) tally.added(each.row());
            else tally.changed(each.row().kind());
        }
        ours.keySet().stream().filter(name -> !arrived.rows().containsKey(name)).forEach(name -> {
            work.takeBack(name);
            tally.changed(name.kind());
        });
        levels(arrived, work);
    }

    private static Map<RowName, Row> rows(Scope scope, View view) {
        Map<RowName, Row> rows = new HashMap<>();
        for (RecordKind<?> kind : ArchiveExport.kinds()) {
            view.list(scope, kind.kind(), null, Integer.MAX_VALUE).forEach(row -> rows.put(RowName.of(row), row));
        }
        return rows;
    }

    private void levels(Arrived arrived, Work work) {
        Dossier dossier = arrived.dossier();
        if (dossier == null) return;
        Set<AdoptionId> adoptions = new LinkedHashSet<>();
        dossier.adoptions().forEach(each -> organisation.adopted(each, catalogue));
        arrived.assessments().forEach(each -> adoptions.add(each.adoption()));
        for (AdoptionId each : adoptions) {
            Catalogue.Adopted adopted = organisation.adopted(each, catalogue);
            try {
                work.put(AssessmentKinds.LEVELS, CurrentLevels.card(dossier, adopted, arrived.assessments()));
            } catch (PortfolioException e) {
                throw e;
            } catch (RuntimeException e) {
                throw InvalidInputException.because(
                        "dossier " + arrived.scope().id(), "levels.not-derived", MalformedException.reason(e));
            }
        }
    }

    private static void mention(Arrived arrived, Work work) {
        ImportedRow<?> dossier = arrived.rows()
                .get(new RowName(
                        arrived.scope(),
                        DossierKinds.DOSSIER.kind(),
                        arrived.scope().id()));
        if (dossier != null) work.mention(Scope.ORGANISATION, dossier.row());
    }

    /** What was taken away has no chain: it begins one here, or is here as it is. */
    private void takenAway(Arrived arrived, Head here, Work work) {
        DossierId id = new DossierId(arrived.scope().id());
        if (!here.equals(Head.EMPTY)) {
            Map<RowName, Row> ours = rows(arrived.scope(), work.view());
            boolean allHere = arrived.rows().values().stream().allMatch(each -> {
                Row row = ours.get(RowName.of(each.row()));
                return row != null && row.body().equals(each.row().body());
            });
            if (!allHere) throw ConflictException.state("archive.take-away-differs", id);
            arrived.rows().values().forEach(each -> tally.same(each.row()));
            return;
        }
        InvalidInputException.unless(journalled, "dossier " + id, "archive.lacks", "journal", id);
        tally.remark("dossier", id.toString(), "archive.without-journal");
        newcomer(arrived, work);
        lay(arrived, here, work);
        arrived.rows().values().forEach(each -> work.mention(arrived.scope(), each.row()));
        mention(arrived, work);
    }
}
