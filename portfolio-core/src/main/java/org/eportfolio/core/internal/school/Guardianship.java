package org.eportfolio.core.internal.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;

/**
 * A legal representative's role over a dossier ends when the learner comes of age, wherever that day is stated: at
 * enrolment, or in a request for an authorisation.
 */
public final class Guardianship {
    private Guardianship() {}

    /** The period for which a role is given: a representative's ends with the learner's minority. */
    public static Period within(Period asked, Role role, Reach reach, ZoneId zone, Work work) {
        DossierId dossier = dossierOf(reach);
        if (role != Role.REPRESENTATIVE || dossier == null) return asked;
        return work.find(DossierKinds.DOSSIER, DossierKinds.scope(dossier), dossier.value())
                .flatMap(each -> majority(each.learner(), work))
                .map(day -> asked.endedAt(day.atStartOfDay(zone).toInstant()))
                .orElse(asked);
    }

    /** The day of majority is stated: roles of the learner's representatives end on it, those that would go on. */
    public static void end(PersonId learner, LocalDate majority, ZoneId zone, Work work) {
        Instant end = majority.atStartOfDay(zone).toInstant();
        for (Dossier each : dossiers(learner, work)) {
            for (Grant grant : work.where(SchoolKinds.GRANT, SchoolKinds.grantsOver(new Reach.OfDossier(each.id())))) {
                boolean goesOn =
                        grant.role() == Role.REPRESENTATIVE && grant.period().endsAfter(end);
                if (goesOn) work.put(SchoolKinds.GRANT, grant.asEnded(end));
            }
        }
    }

    /** The earliest day that is stated. */
    private static Optional<LocalDate> majority(PersonId learner, Work work) {
        List<LocalDate> days = new ArrayList<>();
        work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                .map(Membership::majorityOn)
                .flatMap(Stream::ofNullable)
                .forEach(days::add);
        work.where(RecordingKinds.AUTHORISATION, RecordingKinds.authorisationsOf(learner)).stream()
                .filter(each -> each.withdrawal() == null)
                .map(Authorisation::majorityOn)
                .filter(Objects::nonNull)
                .forEach(days::add);
        return days.stream().min(LocalDate::compareTo);
    }

    private static List<Dossier> dossiers(PersonId learner, Work work) {
        return work.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(learner));
    }

    private static @org.jspecify.annotations.Nullable DossierId dossierOf(Reach reach) {
        if (reach instanceof Reach.OfDossier of) return of.dossier();
        return reach instanceof Reach.OfProduction of ? of.dossier() : null;
    }
}
