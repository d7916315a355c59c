package org.eportfolio.core;

import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.PrivacyKinds.DEPARTURE;
import static org.eportfolio.core.internal.kind.SchoolKinds.GRANT;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.access.Permission;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.core.internal.archive.ArchiveExport;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.journal.EarlierChains;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.privacy.Disclosure;
import org.eportfolio.core.internal.privacy.PackageCheck;
import org.eportfolio.core.internal.privacy.PassingFile;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.core.internal.year.YearEnding;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DepartureId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.privacy.Party;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks what a learner takes away, and lets them leave. Nothing of a package is kept: it is made, read back and
 * forgotten, and made again when its reader fetches it, from what may leave then. Thread-safe.
 */
final class LeavingPackages {
    private static final int TRIES = 5;

    private final DeskContext desk;
    private final TakeAway takeAway;
    private final @Nullable String controller;

    LeavingPackages(DeskContext desk, PrivacyOptions keeping) {
        this.desk = desk;
        this.takeAway = keeping.takeAway();
        Party stated = keeping.settings().controller();
        this.controller = stated == null ? null : stated.name();
    }

    /** What a learner is handed over now. */
    PersonExport export(PersonId learner, Locale language, Work work) {
        return export(
                learner,
                Disclosure.toHandOver(learner, language, work),
                language,
                (dossier, to) -> archive(to).handOver(dossier),
                work);
    }

    /** All that a learner may have of what is kept about them, as the head hands it over in person. */
    PersonExport whole(PersonId learner, Locale language, Work work) {
        return export(
                learner,
                Disclosure.of(learner, false, language, work),
                language,
                (dossier, to) -> archive(to).takeAway(dossier, false),
                work);
    }

    private PersonExport export(
            PersonId learner,
            List<Disclosure.Disclosed> disclosed,
            Locale language,
            PersonExport.Writing writing,
            Work work) {
        List<DossierId> dossiers =
                Arrivals.andOwn(learner, work).stream().map(Dossier::id).toList();
        return new PersonExport(
                learner, false, disclosed, language, desk.engine(), new PersonExport.Archives(dossiers, writing));
    }

    private ArchiveExport archive(ArchiveSink to) {
        return new ArchiveExport(controller, desk.catalogue(), desk.engine(), to);
    }

    void write(PersonExport export, OutputStream to) throws IOException {
        takeAway.write(export, to);
    }

    /**
     * Makes a package, reads it back and forgets it; with no connection held.
     *
     * @throws ConflictException if it is not whole
     */
    private Stored checked(PersonExport export) throws IOException {
        try (PassingFile file = PassingFile.open()) {
            Stored made = file.write(out -> takeAway.write(export, out));
            if (!PackageCheck.isWhole(file, made, export.files())) {
                throw ConflictException.state("year-end.package-damaged", export.person());
            }
            return made;
        }
    }

    /** A learner who left. */
    record Left(Optional<HandedPackage> handed, boolean before) {}

    private record Snapshot(boolean there, PersonExport export, List<Departure.State> dossiers) {}

    /**
     * Packs and checks, and lets the learner leave in one commit; made again when a dossier changed meanwhile.
     *
     * @param until the last day on which they read
     */
    Left leave(PersonId learner, CohortId cohort, LocalDate until, Locale language) {
        for (int tries = 0; tries < TRIES; tries++) {
            Snapshot snapshot = desk.read(
                    Permission.END_YEAR,
                    call -> new Snapshot(
                            YearEnding.isIn(cohort, learner, call.work()),
                            export(learner, language, call.work()),
                            states(learner, call.work())));
            if (!snapshot.there()) return new Left(Optional.empty(), true);
            Stored packed = packed(snapshot);
            Optional<Left> left = desk.write(Permission.END_YEAR, call -> {
                if (!YearEnding.isIn(cohort, learner, call.work())) {
                    return Optional.of(new Left(Optional.empty(), true));
                }
                if (!states(learner, call.work()).equals(snapshot.dossiers())) return Optional.empty();
                return Optional.of(left(learner, packed, snapshot.dossiers(), until, call));
            });
            if (left.isPresent()) return left.get();
        }
        throw ConflictException.state("year-end.never-still", learner);
    }

    private Stored packed(Snapshot snapshot) {
        try {
            return checked(snapshot.export());
        } catch (IOException e) {
            throw new StorageException(
                    Message.of("year-end.not-written", snapshot.export().person()), e);
        }
    }

    private static Left left(
            PersonId learner, Stored packed, List<Departure.State> states, LocalDate until, Call call) {
        List<Dossier> dossiers = call.where(DOSSIER, DossierKinds.dossiersOf(learner));
        end(learner, dossiers, call);
        Optional<HandedPackage> handed = Optional.empty();
        if (!dossiers.isEmpty()) {
            call.put(
                    DEPARTURE,
                    new Departure(
                            new DepartureId(call.newId()),
                            learner,
                            packed,
                            states,
                            call.now(),
                            call.now(),
                            call.now(),
                            until,
                            1));
            handed = Optional.of(ShareLinks.handOver(
                    learner, dossiers.get(0).id(), DayBounds.period(null, until, call.work()), call));
        }
        call.journal("year.learner-left");
        return new Left(handed, false);
    }

    /**
     * Ends what the learner is, what others are over the learner's dossiers alone, and the links to packages of an earlier
     * departure; a jury's time ends as it was given.
     */
    static void end(PersonId learner, List<Dossier> dossiers, Call call) {
        for (Membership each : call.where(MEMBERSHIP, SchoolKinds.membershipsOf(learner))) {
            if (each.period().endsAfter(call.now())) call.put(MEMBERSHIP, each.asEnded(call.now()));
        }
        Set<Key> over = dossiers.stream()
                .map(each -> SchoolKinds.grantsOver(new Reach.OfDossier(each.id())))
                .collect(Collectors.toSet());
        over.add(SchoolKinds.grantsOf(learner));
        for (Grant each : call.work().whereAny(GRANT, over)) {
            boolean own = each.holder().equals(learner) && each.role() == Role.LEARNER;
            boolean others = !each.holder().equals(learner) && each.role() != Role.CERTIFIER;
            if ((own || others) && each.period().endsAfter(call.now())) call.put(GRANT, each.asEnded(call.now()));
        }
        dossiers.forEach(each -> ShareLinks.revokePackages(learner, each.id(), call));
    }

    /** How far the chains of a learner's own dossiers go; possibly none. */
    static List<Departure.State> states(PersonId learner, Work work) {
        return work.where(DOSSIER, DossierKinds.dossiersOf(learner)).stream()
                .map(each -> new Departure.State(
                        each.id().value(), EarlierChains.lengthAsWritten(DossierKinds.scope(each.id()), work.view())))
                .toList();
    }
}
