package org.eportfolio.core.internal.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A legal representative's role over a dossier ends when the learner comes of age, wherever that day is stated: at
 * enrolment, or in a request for an authorisation. To withdraw the authorisation takes nothing back of what the school stated
 * about the person's age; only the school corrects it, by a later request.
 */
public final class Guardianship {
    private Guardianship() {}

    /**
     * The grants as they hold: a representative's ends with the minority at the latest, whichever came first, the grant or
     * the day. What is stored is the period that was asked for. Reads nothing where there is no representative, else three
     * times, however many grants.
     */
    public static List<Grant> asTheyHold(List<Grant> grants, Work work) {
        Set<DossierId> over = grants.stream()
                .filter(Guardianship::endsWithMinority)
                .map(each -> dossierOf(each.reach()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        if (over.isEmpty()) return grants;
        Map<DossierId, Instant> ends = ends(over, work);
        return grants.stream().map(each -> asItHolds(each, ends)).toList();
    }

    private static Grant asItHolds(Grant grant, Map<DossierId, Instant> ends) {
        DossierId dossier = dossierOf(grant.reach());
        Instant end = endsWithMinority(grant) && dossier != null ? ends.get(dossier) : null;
        return end != null && grant.period().endsAfter(end) ? grant.asEnded(end) : grant;
    }

    /** A representative's role does, unless the learner opened the dossier again once of age. */
    private static boolean endsWithMinority(Grant grant) {
        return grant.role() == Role.REPRESENTATIVE && !grant.openedByLearner();
    }

    /** Until when a person is a minor by what was stated at enrolment. One reading. */
    public static Optional<LocalDate> enrolledAsMinorUntil(PersonId person, Work work) {
        return earliest(work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(person)), List.of());
    }

    /** Whether it is known that a person is of age today; one whose age is not known counts as a minor. Two readings. */
    public static boolean isKnownToBeOfAge(PersonId person, Work work) {
        return knownToBeOfAge(Set.of(person), work).contains(person);
    }

    /** Those of these people who are known to be of age today. Two readings, however many. */
    public static Set<PersonId> knownToBeOfAge(Set<PersonId> people, Work work) {
        Map<PersonId, List<Authorisation>> asked = authorisations(people, work);
        Map<PersonId, List<Membership>> memberships = memberships(people, work);
        return people.stream()
                .filter(each -> isOfAge(
                        memberships.getOrDefault(each, List.of()), asked.getOrDefault(each, List.of()), work.today()))
                .collect(Collectors.toSet());
    }

    private static boolean isOfAge(List<Membership> memberships, List<Authorisation> asked, LocalDate today) {
        Optional<LocalDate> majority = earliest(memberships, asked);
        return majority.isPresent()
                ? !today.isBefore(majority.orElseThrow())
                : statingAge(asked).anyMatch(Authorisation::ofAge);
    }

    private static Map<PersonId, List<Authorisation>> authorisations(Set<PersonId> people, Work work) {
        return work
                .whereAny(
                        RecordingKinds.AUTHORISATION,
                        people.stream().map(RecordingKinds::authorisationsOf).toList())
                .stream()
                .collect(Collectors.groupingBy(Authorisation::person));
    }

    private static Map<PersonId, List<Membership>> memberships(Set<PersonId> people, Work work) {
        return work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        people.stream().map(SchoolKinds::membershipsOf).toList())
                .stream()
                .collect(Collectors.groupingBy(Membership::learner));
    }

    /** When the minority ends of those whose dossiers these are, as far as it is stated. */
    private static Map<DossierId, Instant> ends(Set<DossierId> dossiers, Work work) {
        List<Dossier> known = work.among(
                DossierKinds.DOSSIER, dossiers.stream().map(DossierKinds::scope).toList());
        Set<PersonId> learners = known.stream().map(Dossier::learner).collect(Collectors.toSet());
        Map<PersonId, List<Membership>> memberships = memberships(learners, work);
        Map<PersonId, List<Authorisation>> authorisations = authorisations(learners, work);
        Map<DossierId, Instant> ends = new HashMap<>();
        for (Dossier each : known) {
            earliest(
                            memberships.getOrDefault(each.learner(), List.of()),
                            authorisations.getOrDefault(each.learner(), List.of()))
                    .ifPresent(day ->
                            ends.put(each.id(), day.atStartOfDay(work.zone()).toInstant()));
        }
        return ends;
    }

    /** The earliest day that is stated. */
    private static Optional<LocalDate> earliest(List<Membership> memberships, List<Authorisation> authorisations) {
        return Stream.concat(
                        memberships.stream().map(Membership::majorityOn),
                        statingAge(authorisations).map(Authorisation::majorityOn))
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo);
    }

    /** What was asked for with a statement of the person's age, but for what was withdrawn and asked for anew since. */
    private static Stream<Authorisation> statingAge(List<Authorisation> asked) {
        List<Authorisation> stating =
                asked.stream().filter(Authorisation::statesAge).toList();
        return stating.stream().filter(each -> !isCorrected(each, stating));
    }

    private static boolean isCorrected(Authorisation stated, List<Authorisation> stating) {
        Authorisation.Withdrawal withdrawal = stated.withdrawal();
        return withdrawal != null
                && stating.stream()
                        .anyMatch(each -> !each.id().equals(stated.id())
                                && !each.requestedAt().isBefore(withdrawal.at()));
    }

    private static @Nullable DossierId dossierOf(Reach reach) {
        if (reach instanceof Reach.OfDossier of) return of.dossier();
        return reach instanceof Reach.OfProduction of ? of.dossier() : null;
    }
}
