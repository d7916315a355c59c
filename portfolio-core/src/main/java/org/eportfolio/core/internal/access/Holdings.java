package org.eportfolio.core.internal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.access.AccessPath;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * All that a person was ever granted, their memberships as a learner, their departures and, of a head, the
 * dossiers that they opened for a reason, seen at one instant.
 *
 * @param day of that instant, where the organisation is
 * @param service whose holdings these are; {@code null} for a person's
 */
record Holdings(
        PersonId person,
        List<Grant> grants,
        List<Membership> memberships,
        List<Departure> departures,
        List<ExceptionalAccess> openings,
        Instant at,
        LocalDate day,
        @Nullable HostService service) {
    /** What a service holds: one role over the organisation, by which it may what it was declared with. */
    static Holdings of(HostService service, Instant at, Work work) {
        Grant declared = new Grant(
                new GrantId(new UUID(0, 0)),
                service.id(),
                Role.SERVICE,
                new Reach.Organisation(),
                Period.since(Instant.EPOCH));
        return new Holdings(
                service.id(), List.of(declared), List.of(), List.of(), List.of(), at, work.dayOf(at), service);
    }

    static Holdings of(PersonId person, Work work) {
        if (!work.knowsIdentities()) {
            work.ahead(Map.of(
                    SchoolKinds.grantsOf(person), SchoolKinds.GRANT,
                    SchoolKinds.membershipsOf(person), SchoolKinds.MEMBERSHIP,
                    PrivacyKinds.departuresOf(person), PrivacyKinds.DEPARTURE));
        }
        List<Grant> grants = work.where(SchoolKinds.GRANT, SchoolKinds.grantsOf(person));
        return new Holdings(
                person,
                Guardianship.asTheyHold(grants, work),
                work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(person)),
                work.where(PrivacyKinds.DEPARTURE, PrivacyKinds.departuresOf(person)),
                isHead(grants) ? work.where(PrivacyKinds.EXCEPTIONAL_ACCESS, PrivacyKinds.openedBy(person)) : List.of(),
                work.now(),
                work.today(),
                null);
    }

    /** Those of several people, each named once, in as many readings as for one. */
    static List<Holdings> of(Collection<PersonId> people, Instant at, Work work) {
        Map<PersonId, List<Grant>> grants = Guardianship.asTheyHold(
                        work.whereAny(
                                SchoolKinds.GRANT,
                                people.stream().map(SchoolKinds::grantsOf).toList()),
                        work)
                .stream()
                .collect(Collectors.groupingBy(Grant::holder));
        Map<PersonId, List<Membership>> memberships =
                work
                        .whereAny(
                                SchoolKinds.MEMBERSHIP,
                                people.stream().map(SchoolKinds::membershipsOf).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Membership::learner));
        Map<PersonId, List<Departure>> departures =
                work
                        .whereAny(
                                PrivacyKinds.DEPARTURE,
                                people.stream().map(PrivacyKinds::departuresOf).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Departure::learner));
        Map<PersonId, List<ExceptionalAccess>> openings = work
                .whereAny(
                        PrivacyKinds.EXCEPTIONAL_ACCESS,
                        grants.entrySet().stream()
                                .filter(each -> isHead(each.getValue()))
                                .map(each -> PrivacyKinds.openedBy(each.getKey()))
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(ExceptionalAccess::openedBy));
        return people.stream()
                .map(each -> new Holdings(
                        each,
                        grants.getOrDefault(each, List.of()),
                        memberships.getOrDefault(each, List.of()),
                        departures.getOrDefault(each, List.of()),
                        openings.getOrDefault(each, List.of()),
                        at,
                        work.dayOf(at),
                        null))
                .toList();
    }

    /** What of it was there, by the ids of the records; and of the departures those that were closed by the instant. */
    Holdings only(Predicate<UUID> there) {
        return new Holdings(
                person,
                grants.stream().filter(each -> there.test(each.id().value())).toList(),
                memberships.stream()
                        .filter(each -> there.test(each.id().value()))
                        .toList(),
                departures.stream()
                        .filter(each ->
                                each.closedAt() != null && !each.closedAt().isAfter(at))
                        .toList(),
                openings.stream().filter(each -> there.test(each.id().value())).toList(),
                at,
                day,
                service);
    }

    private static boolean isHead(List<Grant> grants) {
        return grants.stream().anyMatch(each -> each.role() == Role.HEAD);
    }

    /** The access by which this head reads the dossier for a reason, at the instant of this. */
    Optional<ExceptionalAccess> openedForReason(DossierId dossier) {
        return openings.stream()
                .filter(each -> each.dossier().equals(dossier) && each.runsAt(at))
                .findFirst();
    }

    Stream<Grant> current() {
        return grants.stream().filter(grant -> grant.period().holdsAt(at));
    }

    /** The paths that begin with these of the grants. */
    Stream<AccessPath> granted(Predicate<Grant> over) {
        return current().filter(over).map(grant -> AccessPath.of(grant.role(), step(grant)));
    }

    /** What a path begins with that a grant opens. */
    AccessStep step(Grant grant) {
        return service == null
                ? new AccessStep.Granted(grant)
                : new AccessStep.Declared(service.name(), service.purpose());
    }

    /** Whether this permission is held in this role. */
    boolean has(Permission permission, Role role) {
        return service == null ? permission.heldBy(role) : service.permissions().contains(permission);
    }

    /** The paths that begin with being a learner. */
    Stream<AccessPath> learning() {
        return Stream.concat(
                memberships.stream()
                        .filter(each -> each.period().holdsAt(at))
                        .map(each -> AccessPath.of(Role.LEARNER, new AccessStep.Enrolled(each))),
                granted(grant -> grant.role() == Role.LEARNER));
    }

    /** Those of them that begin with being a learner of this cohort. */
    Stream<AccessPath> learningIn(CohortId cohort) {
        return learning()
                .filter(path -> path.steps().get(0) instanceof AccessStep.Enrolled in
                        && in.membership().cohort().equals(cohort));
    }

    boolean learnsNow() {
        return learning().findAny().isPresent();
    }

    boolean everLearnt() {
        return !memberships.isEmpty() || grants.stream().anyMatch(grant -> grant.role() == Role.LEARNER);
    }

    /** All paths that ever began, also those that are over. */
    Stream<AccessPath> ever() {
        return Stream.concat(
                grants.stream().map(each -> AccessPath.of(each.role(), step(each))),
                memberships.stream().map(each -> AccessPath.of(Role.LEARNER, new AccessStep.Enrolled(each))));
    }

    /** The last time that the school closed this learner's dossiers. */
    Optional<Departure> lastDeparture() {
        return departures.stream().filter(each -> each.closedAt() != null).reduce((before, after) -> after);
    }

    /** Whether a learner who left still reads. */
    boolean stillReads() {
        return lastDeparture().filter(each -> each.readableOn(day)).isPresent();
    }

    /** Every role held now, over any object. */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Grant each : grants) if (each.period().holdsAt(at)) roles.add(each.role());
        for (Membership each : memberships) if (each.period().holdsAt(at)) roles.add(Role.LEARNER);
        return roles;
    }
}
