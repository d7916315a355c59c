package org.eportfolio.core.internal.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** What of an archive belongs to no dossier. */
abstract class OrganisationImport {
    final ArchiveImport bringing;
    final ImportTally tally;
    private final Map<AdoptionId, Adoption> adoptions = new HashMap<>();
    private final Map<FrameworkId, Framework> frameworks = new HashMap<>();
    private final Map<PersonId, String> names = new HashMap<>();
    private final Map<DossierId, Arrival> arrivals = new HashMap<>();
    private final Set<AdoptionId> adoptionsAdded = new HashSet<>();

    OrganisationImport(ArchiveImport bringing, ImportTally tally) {
        this.bringing = bringing;
        this.tally = tally;
    }

    /** Imports a part of it and returns the count. */
    abstract int some(Work work, int most);

    final void remember(Object record) {
        if (record instanceof Adoption adoption) adoptions.put(adoption.id(), adoption);
        if (record instanceof Framework framework) frameworks.put(framework.id(), framework);
        if (record instanceof KeptName name) names.put(name.id(), name.name());
        if (record instanceof Arrival arrival) arrivals.put(arrival.dossier(), arrival);
    }

    /** Notes an adoption that was not here before. */
    final void added(Object record) {
        if (record instanceof Adoption adoption) adoptionsAdded.add(adoption.id());
    }

    /** Whether the adoption came with the archive, so that it is not the school's own. */
    final boolean addedAdoption(AdoptionId adoption) {
        return adoptionsAdded.contains(adoption);
    }

    /** Whether the dossier was history already where the archive was written. */
    final boolean hadArrived(DossierId dossier) {
        return arrivals.containsKey(dossier);
    }

    /** Whether it stood there beside an own dossier, as a later state of it that nothing proved. */
    final boolean stoodBeside(DossierId dossier) {
        Arrival arrival = arrivals.get(dossier);
        return arrival != null && arrival.beyond() != null;
    }

    /** The name of a person in the archive. */
    final Optional<String> name(PersonId person) {
        return Optional.ofNullable(names.get(person));
    }

    /** An adoption of the archive, which has all that it speaks of. */
    final Catalogue.Adopted adopted(AdoptionId id, Catalogue catalogue) {
        Adoption adoption = adoptions.get(id);
        if (adoption == null) throw InvalidInputException.because("adoption " + id, "archive.lacks", "adoption", id);
        Framework framework = frameworks.get(adoption.framework());
        if (framework == null) {
            throw InvalidInputException.because("adoption " + id, "archive.lacks", "framework", adoption.framework());
        }
        return Catalogue.Adopted.of(adoption, framework, catalogue.policy(adoption.policy()));
    }

    /** The whole organisation, into an empty store: its chain as it was, every row as the chain has it. */
    static final class Restored extends OrganisationImport {
        private final ImportedChain chain = new ImportedChain(Scope.ORGANISATION);

        Restored(ArchiveImport bringing, ImportTally tally) {
            super(bringing, tally);
        }

        @Override
        int some(Work work, int most) {
            Head before = chain.head();
            List<Entry> entries = new ArrayList<>();
            for (Entry each = bringing.nextEntry(Scope.ORGANISATION);
                    each != null;
                    each = entries.size() < most ? bringing.nextEntry(Scope.ORGANISATION) : null) {
                chain.take(each);
                entries.add(each);
            }
            work.follow(Scope.ORGANISATION, before, entries);
            if (!entries.isEmpty()) return entries.size();
            int taken = 0;
            for (RecordKind<?> kind : ArchiveExport.kinds()) {
                for (ImportedRow<?> each = next(kind, taken < most); each != null; each = next(kind, taken < most)) {
                    chain.require(kind, each.row(), each.record());
                    remember(each.record());
                    bringing.needs(each);
                    work.putBack(each.kind(), each.row(), each.record());
                    tally.added(each.row());
                    taken++;
                }
            }
            if (!Scope.ORGANISATION.equals(bringing.nextScope())) chain.requireNoMore(false);
            return taken;
        }

        private @Nullable ImportedRow<?> next(RecordKind<?> kind, boolean more) {
            return more ? bringing.next(kind, Scope.ORGANISATION) : null;
        }
    }

    /** What dossiers need of their organisation, into one that is alive; everything else stays out. */
    static final class Known extends OrganisationImport {
        /** What may have become something else since, and then stays as it is here. */
        private static final Set<RecordKind<?>> MAY_DIFFER =
                Set.of(SchoolKinds.PERSON, SchoolKinds.COHORT, SchoolKinds.MEMBERSHIP, PeerKinds.CAMPAIGN);

        private final Set<RecordKind<?>> order = new LinkedHashSet<>();
        private final Set<CohortId> cohortsAdded = new HashSet<>();
        private final Set<RecordKind<?>> named = new HashSet<>();

        Known(ArchiveImport bringing, ImportTally tally) {
            super(bringing, tally);
            order.addAll(ArchiveExport.kinds());
        }

        @Override
        int some(Work work, int most) {
            int taken = 0;
            for (RecordKind<?> kind : order) {
                while (taken < most && take(kind, work)) taken++;
            }
            while (taken < most && bringing.nextEntry(Scope.ORGANISATION) != null) taken++;
            return taken;
        }

        private <T> boolean take(RecordKind<T> kind, Work work) {
            ImportedRow<T> theirs = bringing.next(kind, Scope.ORGANISATION);
            if (theirs == null) return false;
            if (theirs.record() instanceof Arrival) remember(theirs.record());
            if (!ArchiveContext.KINDS.contains(kind)) {
                if (named.add(kind))
                    tally.remark(theirs.row(), "archive.left-out", kind.kind().name());
                tally.leftOut(kind.kind());
                return true;
            }
            Optional<Row> here = here(theirs, work);
            bringing.erased().recognise(theirs, here, work);
            Optional<ImportedRow<T>> left = bringing.erased().left(theirs, work);
            left.ifPresentOrElse(each -> bring(kind, each, each == theirs ? here : here(each, work), work), () -> {
                bringing.erased()
                        .when(theirs, work)
                        .ifPresent(day -> tally.remark(theirs.row(), "archive.erased-person", day));
                tally.leftOut(kind.kind());
            });
            return true;
        }

        private <T> void bring(RecordKind<T> kind, ImportedRow<T> each, Optional<Row> here, Work work) {
            remember(each.record());
            if (here.isEmpty() && staysOut(each.record(), work)) {
                tally.leftOut(kind.kind());
                return;
            }
            if (here.isEmpty()) {
                bringing.needs(each);
                work.putBack(each.kind(), each.row(), each.record());
                added(each.record());
                work.mention(Scope.ORGANISATION, each.row());
                tally.added(each.row());
            } else if (work.decode(kind, List.of(here.get()))
                            .get(0)
                            .equals(work.identities().now(each.record()))
                    || isNamed(each, here.get(), work)) {
                tally.same(each.row());
            } else if (MAY_DIFFER.contains(kind)) {
                tally.remark(
                        each.row(),
                        "archive.kept",
                        kind.kind().name(),
                        each.row().id());
                tally.leftOut(kind.kind());
            } else {
                throw ConflictException.state(
                        "archive.differs", kind.kind().name(), each.row().id());
            }
        }

        /** The same name of the same person, under any random id. */
        private static boolean isNamed(ImportedRow<?> each, Row here, Work work) {
            return each.record() instanceof KeptName theirs
                    && work.decode(SchoolKinds.PERSON, List.of(here))
                            .get(0)
                            .name()
                            .equals(theirs.name());
        }

        private static Optional<Row> here(ImportedRow<?> each, Work work) {
            Optional<Row> same = work.view()
                    .find(Scope.ORGANISATION, each.row().kind(), each.row().id());
            if (same.isEmpty() && each.record() instanceof KeptName name) {
                return work.view().where(SchoolKinds.namesOf(work.identities().now(name.id())), null, 1).stream()
                        .findFirst();
            }
            return same;
        }

        /**
         * A cohort whose name another one of its school year has here cannot come. A membership makes a person a learner, so it comes only
         * with its cohort: no one joins a cohort of this school by a file.
         */
        private boolean staysOut(Object record, Work work) {
            if (record instanceof Membership membership) {
                boolean out = !cohortsAdded.contains(membership.cohort());
                if (out) {
                    tally.remark("membership", membership.id().toString(), "archive.membership", membership.learner());
                }
                return out;
            }
            if (!(record instanceof Cohort cohort)) return false;
            boolean taken = work.where(SchoolKinds.COHORT, SchoolKinds.cohortNamed(cohort.name())).stream()
                    .anyMatch(each -> Objects.equals(each.schoolYear(), cohort.schoolYear()));
            if (taken) tally.remark("cohort", cohort.id().toString(), "archive.cohort-name", cohort.name());
            else cohortsAdded.add(cohort.id());
            return taken;
        }
    }
}
