package org.eportfolio.core.internal.archive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PortfolioException;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.ArchiveKinds;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.kind.PersonKeys;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** The dossiers of an archive, one at a time: checked against their own chain, then laid beside what is here. */
final class DossierImport {
    private final ArchiveImport bringing;
    private final ImportTally tally;
    private final Catalogue catalogue;
    private final OrganisationImport organisation;
    private final boolean journalled;
    private final @Nullable Restoring restoring;
    private int taken;
    private int erased;
    private @Nullable LocalDate erasedOn;

    /**
     * @param journalled whether the organisation's journal records the import
     * @param restoring on which grounds own dossiers are brought forward; {@code null} when they are not
     */
    DossierImport(
            ArchiveImport bringing,
            ImportTally tally,
            Catalogue catalogue,
            OrganisationImport organisation,
            boolean journalled,
            @Nullable Restoring restoring) {
        this.bringing = bringing;
        this.tally = tally;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.journalled = journalled;
        this.restoring = restoring;
    }

    /** Imports the dossier of this scope and returns the count. */
    int one(Scope scope, Work work) {
        ArrivedDossier arrived = ArrivedDossier.read(scope, mayLack(scope), bringing);
        if (!journalled && organisation.stoodBeside(new DossierId(scope.id()))) {
            arrived = DossierCopy.foundByItself(arrived);
        }
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

    /** Whether records that only their author might see may be missing: in all but a school's own dossiers restored whole. */
    private boolean mayLack(Scope scope) {
        return journalled || organisation.hadArrived(new DossierId(scope.id()));
    }

    /** An archive of nothing but what was erased here is refused, whole. */
    void requireSomething() {
        if (erasedOn != null && erased == taken) throw ConflictException.state("archive.erased", erasedOn);
    }

    private void chained(ArrivedDossier arrived, Head here, Work work) {
        long theirs = arrived.head().length();
        if (!arrived.meets(here, work.view())) {
            throw ConflictException.state("archive.parted", arrived.scope().id(), arrived.parting(work.view()));
        }
        if (here.length() >= theirs) {
            arrived.rows().values().forEach(each -> tally.same(each.row()));
            if (here.length() > theirs) {
                tally.remark("dossier", arrived.scope().id().toString(), "archive.older", theirs, here.length());
            }
            return;
        }
        if (!mayCome(arrived, here, work)) return;
        DossierId id = new DossierId(arrived.scope().id());
        Dossier dossier = arrived.dossier();
        Restoring restored = Arrivals.contain(id, work) || organisation.hadArrived(id) ? null : restoring;
        if (restored != null && dossier != null) {
            restored.require(arrived);
            requireSamePerson(dossier, work);
        } else if (here.equals(Head.EMPTY)) {
            newcomer(arrived, work);
        } else if (Arrivals.contain(id, work)) {
            tally.remark("dossier", id.toString(), "archive.newer", here.length(), theirs);
        } else {
            // A chain is unsigned: who holds a copy could go on with it.
            boolean same = isOfTheSameLearner(dossier, work);
            String what = same ? "archive.beyond" : "archive.beyond-another";
            tally.remark("dossier", id.toString(), what, here.length(), theirs);
            if (same) {
                beside(arrived, new Arrival.Beyond(id, here.length(), theirs), work);
            } else {
                arrived.rows().values().forEach(each -> tally.leftOut(each.row().kind()));
            }
            return;
        }
        lay(arrived, here, work);
        eraseAgain(arrived, work);
        work.follow(arrived.scope(), here, arrived.entries().subList((int) here.length(), (int) theirs));
        if (!journalled) return;
        arrived.covering().ifPresent(each -> work.follow(arrived.scope(), arrived.head(), List.of(each)));
        mention(arrived, work);
        if (restored != null && dossier != null) restored.note(dossier, arrived, here, tally, work);
    }

    /** Whether it may come: not where someone has a pseudonym here and it is not certain who of the archive that is. */
    private boolean mayCome(ArrivedDossier arrived, Head here, Work work) {
        ErasedHere erasedHere = bringing.erased();
        if (erasedHere.isEmpty(work)) return true;
        Map<RowName, Row> ours = here.equals(Head.EMPTY) ? Map.of() : rows(arrived.scope(), work.view());
        String id = arrived.scope().id().toString();
        if (!erasedHere.recognise(arrived, ours, work)) {
            tally.remark("dossier", id, "archive.erased-unknown");
            arrived.rows().values().forEach(each -> tally.leftOut(each.row().kind()));
            return false;
        }
        erasedHere.when(arrived, work).ifPresent(day -> tally.remark("dossier", id, "archive.erased-named", day));
        return true;
    }

    private static boolean isOfTheSameLearner(@Nullable Dossier theirs, Work work) {
        if (theirs == null) return false;
        return work.find(
                        DossierKinds.DOSSIER,
                        DossierKinds.scope(theirs.id()),
                        theirs.id().value())
                .filter(ours -> ours.learner().equals(work.identities().now(theirs.learner())))
                .isPresent();
    }

    /** Keeps the archive's state of an own dossier as history of its own, once. */
    private void beside(ArrivedDossier arrived, Arrival.Beyond beyond, Work work) {
        ArrivedDossier copy = new DossierCopy(arrived, bringing.erased(), work).whole();
        Dossier dossier = Objects.requireNonNull(copy.dossier());
        requireSamePerson(dossier, work);
        if (!work.view().head(copy.scope()).equals(Head.EMPTY)) {
            copy.rows().values().forEach(each -> tally.same(each.row()));
            return;
        }
        arrive(dossier, copy, beyond, work);
        lay(copy, Head.EMPTY, work);
        copy.rows().values().forEach(each -> work.mention(copy.scope(), each.row()));
        mention(copy, work);
    }

    /** A dossier that is not here yet must not be taken for another person's. */
    private void newcomer(ArrivedDossier arrived, Work work) {
        Dossier dossier = arrived.dossier();
        if (dossier == null) return;
        if (journalled && work.identities().wasAnothers(dossier.learner())) {
            throw ConflictException.state("archive.released-id", dossier.learner());
        }
        requireSamePerson(dossier, work);
        if (journalled) arrive(dossier, arrived, null, work);
    }

    private void requireSamePerson(Dossier dossier, Work work) {
        Optional<String> there = organisation.name(dossier.learner());
        Optional<String> here = GuardedDirectory.kept(work.identities().now(dossier.learner()), work);
        if (there.isPresent() && here.isPresent() && !there.equals(here)) {
            throw ConflictException.state("archive.other-person", dossier.learner(), there.get(), here.get());
        }
    }

    /** Notes that the dossier is history from elsewhere; with it, which of its adoptions are not the school's own. */
    private void arrive(Dossier dossier, ArrivedDossier arrived, Arrival.@Nullable Beyond beyond, Work work) {
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
                        work.identities().now(dossier.learner()),
                        dossier.adoptions().filter(each -> !own.contains(each)).toList(),
                        named && !arrived.entries().isEmpty(),
                        work.now(),
                        bringing.school(),
                        beyond));
    }

    /**
     * What came from elsewhere is not found among the school's own dossiers, and not by the ids of others than its learner:
     * an equal id may be another person's there, and of the learner alone was the name compared.
     *
     * @param learner whose dossier it is; {@code null} if the dossier itself is no more
     */
    private static <T> ImportedRow<T> asHistory(ImportedRow<T> row, @Nullable PersonId learner) {
        if (learner != null && row.record() instanceof Dossier)
            return row.under(Set.of(DossierKinds.arrivedOf(learner)));
        return row.under(row.row().keys().stream()
                .filter(key -> !PersonKeys.leadsToAnother(key, learner))
                .collect(Collectors.toSet()));
    }

    private static @Nullable PersonId learnerOf(ArrivedDossier arrived) {
        Dossier dossier = arrived.dossier();
        return dossier == null ? null : dossier.learner();
    }

    private boolean isHistory(DossierId dossier, Work work) {
        return journalled ? Arrivals.contain(dossier, work) : organisation.hadArrived(dossier);
    }

    /** Puts what differs, takes away what is no more, and derives the levels. */
    private void lay(ArrivedDossier arrived, Head here, Work work) {
        Map<RowName, Row> ours = here.equals(Head.EMPTY) ? Map.of() : rows(arrived.scope(), work.view());
        PersonId learner = learnerOf(arrived);
        boolean history = isHistory(new DossierId(arrived.scope().id()), work);
        for (ImportedRow<?> one : arrived.rows().values()) {
            ImportedRow<?> each = history ? asHistory(one, learner) : one;
            Row before = ours.get(RowName.of(each.row()));
            if (before != null && before.body().equals(each.row().body())) {
                tally.same(each.row());
                continue;
            }
            requireReadable(each, work);
            bringing.needs(each);
            work.putBack(each.kind(), each.row(), each.record());
            if (before == null) tally.added(each.row());
            else tally.changed(each.row().kind());
        }
        ours.keySet().stream()
                .filter(name -> !arrived.rows().containsKey(name))
                .filter(name -> !Restoring.stays(name, arrived, work))
                .forEach(name -> {
                    work.takeBack(name);
                    tally.changed(name.kind());
                });
        levels(bringing.erased().left(arrived, work), work);
    }

    /** What came with a chain comes as the chain has it; of those who were erased here it goes again in the same change. */
    private void eraseAgain(ArrivedDossier arrived, Work work) {
        PersonId learner = learnerOf(arrived);
        boolean history = isHistory(new DossierId(arrived.scope().id()), work);
        arrived.rows().values().forEach(each -> eraseAgain(each, history, learner, work));
    }

    private <T> void eraseAgain(ImportedRow<T> row, boolean history, @Nullable PersonId learner, Work work) {
        Optional<ImportedRow<T>> left = bringing.erased().left(row, work);
        if (left.isEmpty()) {
            work.remove(row.kind(), RowName.of(row.row()));
        } else if (left.get() != row) {
            ImportedRow<T> stays = history ? asHistory(left.get(), learner) : left.get();
            work.putBack(row.kind(), stays.row(), stays.record());
            work.mention(row.row().scope(), stays.row());
        }
    }

    /** A record that names two people who are one here would break its own rules once it is read. */
    private static void requireReadable(ImportedRow<?> each, Work work) {
        if (work.identities().isEmpty()) return;
        try {
            work.identities().now(each.record());
        } catch (RuntimeException broken) {
            throw ConflictException.state(
                    "archive.one-person", each.kind().kind().name(), each.row().id());
        }
    }

    private static Map<RowName, Row> rows(Scope scope, View view) {
        Map<RowName, Row> rows = new HashMap<>();
        for (RecordKind<?> kind : ArchiveExport.kinds()) {
            view.list(scope, kind.kind(), null, Integer.MAX_VALUE).forEach(row -> rows.put(RowName.of(row), row));
        }
        return rows;
    }

    private void levels(ArrivedDossier arrived, Work work) {
        Set<AdoptionId> adoptions = new LinkedHashSet<>();
        arrived.assessments().forEach(each -> adoptions.add(each.adoption()));
        // No archive carries cards, so one of assessments that are no more does not go by itself.
        work.list(AssessmentKinds.LEVELS, arrived.scope()).stream()
                .filter(each -> !adoptions.contains(each.adoption()))
                .forEach(each -> work.takeBack(AssessmentKinds.LEVELS.nameOf(each)));
        Dossier dossier = arrived.dossier();
        if (dossier == null) return;
        dossier.adoptions().forEach(each -> organisation.adopted(each, catalogue));
        for (AdoptionId each : adoptions) {
            Catalogue.Adopted adopted = organisation.adopted(each, catalogue);
            try {
                LevelsCard card = CurrentLevels.card(dossier, adopted, arrived.assessments());
                work.put(AssessmentKinds.LEVELS, work.identities().now(card));
            } catch (PortfolioException e) {
                throw e;
            } catch (RuntimeException e) {
                throw InvalidInputException.because(
                        "dossier " + arrived.scope().id(), "levels.not-derived", MalformedException.reason(e));
            }
        }
    }

    private static void mention(ArrivedDossier arrived, Work work) {
        ImportedRow<?> dossier = arrived.rows()
                .get(new RowName(
                        arrived.scope(),
                        DossierKinds.DOSSIER.kind(),
                        arrived.scope().id()));
        if (dossier != null) work.mention(Scope.ORGANISATION, dossier.row());
    }

    /** Nothing shows which of the two is newer: what is here stays as it is, and what was taken away stands beside it. */
    private void differs(DossierId id, ArrivedDossier arrived, Head here, Work work) {
        if (!journalled || !isOfTheSameLearner(arrived.dossier(), work)) {
            throw ConflictException.state("archive.take-away-differs", id);
        }
        tally.remark("dossier", id.toString(), "archive.take-away-beside");
        beside(arrived, new Arrival.Beyond(id, here.length(), 0), work);
    }

    /** What was taken away has no chain: it begins one here, is here as it is, or stands beside what is here. */
    private void takenAway(ArrivedDossier arrived, Head here, Work work) {
        DossierId id = new DossierId(arrived.scope().id());
        if (restoring != null) throw ConflictException.state("restore.take-away", id);
        if (!mayCome(arrived, here, work)) return;
        ArrivedDossier left = bringing.erased().left(arrived, work);
        if (!here.equals(Head.EMPTY)) {
            Map<RowName, Row> ours = rows(arrived.scope(), work.view());
            boolean allHere =
                    left.rows().values().stream().allMatch(each -> each.isThat(ours.get(RowName.of(each.row()))));
            if (allHere) left.rows().values().forEach(each -> tally.same(each.row()));
            else differs(id, arrived, here, work);
            return;
        }
        InvalidInputException.unless(journalled, "dossier " + id, "archive.lacks", "journal", id);
        tally.remark("dossier", id.toString(), "archive.without-journal");
        newcomer(left, work);
        lay(left, here, work);
        left.rows().values().forEach(each -> work.mention(left.scope(), each.row()));
        mention(left, work);
    }
}
