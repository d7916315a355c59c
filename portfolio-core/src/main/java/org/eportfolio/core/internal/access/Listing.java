package org.eportfolio.core.internal.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which cohorts and people lists show to a person: a list leaves out the others and refuses nothing but to people without
 * any role.
 *
 * @param named the role that the person named; {@code null} for all of theirs
 */
record Listing(Holdings holdings, @Nullable Role named) {
    /** Whether a cohort is one that the person may read. */
    Predicate<Cohort> cohorts() {
        Set<Role> held = holdings.roles();
        requireARole(Permission.READ_COHORT);
        if (named != null && !held.contains(named)) throw denied("denied.role-not-held", named, held);
        List<Grant> current = holdings.current()
                .filter(grant -> holdings.has(Permission.READ_COHORT, grant.role()))
                .filter(grant -> named == null || named == grant.role())
                .toList();
        return cohort -> current.stream().anyMatch(grant -> AccessRules.reachesCohort(grant.reach(), cohort.id()));
    }

    /**
     * Those of the people whom the person may know of: themselves, who learnt in one of their cohorts at the same time as they
     * were there, the staff of these cohorts, past and present, and the heads.
     */
    Set<PersonId> people(Collection<PersonId> people, Work work) {
        Set<PersonId> self = people.contains(holdings.person()) ? Set.of(holdings.person()) : Set.of();
        if (holdings.roles().isEmpty() && holdings.stillReads()) return self;
        requireARole(Permission.READ_NAMES);
        if (holdings.current().anyMatch(grant -> grant.reach() instanceof Reach.Organisation)) {
            return new HashSet<>(people);
        }
        List<Stay> stays = stays(work.now());
        Set<CohortId> shared =
                stays.stream().map(Stay::cohort).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Row> rows = work.view()
                .whereAny(people.stream()
                        .flatMap(each -> Stream.of(SchoolKinds.grantsOf(each), SchoolKinds.membershipsOf(each)))
                        .collect(Collectors.toSet()));
        Set<PersonId> known = new HashSet<>(self);
        for (Grant grant : work.decode(SchoolKinds.GRANT, rows)) {
            boolean near = grant.reach() instanceof Reach.Organisation
                    || (grant.reach() instanceof Reach.OfCohort of && shared.contains(of.cohort()));
            if (near) known.add(grant.holder());
        }
        for (Membership membership : work.decode(SchoolKinds.MEMBERSHIP, rows)) {
            if (stays.stream().anyMatch(each -> each.meets(membership))) known.add(membership.learner());
        }
        return known;
    }

    /** Those of the people whom the person represents: a dossier of theirs is open to them now. Looks nothing up for others. */
    Set<PersonId> represented(Collection<PersonId> people, Work work) {
        List<Scope> dossiers = holdings.current()
                .filter(grant -> grant.role() == Role.REPRESENTATIVE && (named == null || named == grant.role()))
                .map(Grant::reach)
                .filter(Reach.OfDossier.class::isInstance)
                .map(reach -> DossierKinds.scope(((Reach.OfDossier) reach).dossier()))
                .toList();
        if (dossiers.isEmpty()) return Set.of();
        Set<PersonId> learners = work.among(DossierKinds.DOSSIER, dossiers).stream()
                .map(Dossier::learner)
                .collect(Collectors.toSet());
        learners.retainAll(people);
        return learners;
    }

    private void requireARole(Permission permission) {
        if (holdings.roles().isEmpty()) throw denied("denied.needs-role", permission, permission.roles());
        HostService service = holdings.service();
        if (service != null && !service.permissions().contains(permission))
            throw denied("denied.service", service.name(), permission);
    }

    private static DeniedException denied(String key, Object... arguments) {
        return new DeniedException(Message.of(key, arguments));
    }

    /**
     * Whether of a membership, a cohort's list shows it to the person: the learner was there at the same time as they, or
     * comes later. Who had left before them stays unknown to them.
     */
    Predicate<Membership> memberships(Instant at) {
        List<Stay> stays = stays(at);
        return membership -> stays.stream().anyMatch(each -> each.meets(membership));
    }

    /** The cohorts in which the person is now, as staff or as a learner, and since when; all of them for the organisation's. */
    private List<Stay> stays(Instant at) {
        Stream<Stay> granted = holdings.current()
                .filter(grant -> grant.reach() instanceof Reach.OfCohort || grant.reach() instanceof Reach.Organisation)
                .map(grant ->
                        new Stay(grant.reach() instanceof Reach.OfCohort of ? of.cohort() : null, grant.period()));
        Stream<Stay> learning = holdings.memberships().stream()
                .filter(each -> each.period().holdsAt(at))
                .map(each -> new Stay(each.cohort(), each.period()));
        return Stream.concat(granted, learning).toList();
    }

    /** @param cohort {@code null} for every cohort, at all times */
    private record Stay(@Nullable CohortId cohort, Period period) {
        boolean meets(Membership other) {
            if (cohort == null) return true;
            return cohort.equals(other.cohort()) && other.period().endsAfter(period.from());
        }
    }
}
