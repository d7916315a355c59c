package org.eportfolio.core.internal.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Row;
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
                .filter(grant -> Permission.READ_COHORT.heldBy(grant.role()))
                .filter(grant -> named == null || named == grant.role())
                .toList();
        return cohort -> current.stream().anyMatch(grant -> AccessRules.reachesCohort(grant.reach(), cohort.id()));
    }

    /** Those of the people whom the person may know of: themselves, those they share a cohort with, the heads. */
    Set<PersonId> people(Collection<PersonId> people, Work work) {
        Set<PersonId> self = people.contains(holdings.person()) ? Set.of(holdings.person()) : Set.of();
        if (holdings.roles().isEmpty() && holdings.stillReads()) return self;
        requireARole(Permission.READ_NAMES);
        if (holdings.current().anyMatch(grant -> grant.reach() instanceof Reach.Organisation)) {
            return new HashSet<>(people);
        }
        Set<CohortId> shared = cohorts(holdings.current(), holdings.memberships().stream(), work.now());
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
            if (shared.contains(membership.cohort())) known.add(membership.learner());
        }
        return known;
    }

    private void requireARole(Permission permission) {
        if (holdings.roles().isEmpty()) throw denied("denied.needs-role", permission, permission.roles());
    }

    private static DeniedException denied(String key, Object... arguments) {
        return new DeniedException(Message.of(key, arguments));
    }

    private static Set<CohortId> cohorts(Stream<Grant> grants, Stream<Membership> memberships, Instant at) {
        return Stream.concat(
                        grants.map(Grant::reach)
                                .filter(Reach.OfCohort.class::isInstance)
                                .map(reach -> ((Reach.OfCohort) reach).cohort()),
                        memberships.filter(each -> each.period().holdsAt(at)).map(Membership::cohort))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
