package org.eportfolio.core.internal.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;

/** All that a person was ever granted, and their memberships as a learner. One reading. */
record Holdings(PersonId person, List<Grant> grants, List<Membership> memberships, Instant at) {
    static Holdings of(PersonId person, Work work) {
        return new Holdings(
                person,
                work.where(Kinds.GRANT, Kinds.grantsOf(person)),
                work.where(Kinds.MEMBERSHIP, Kinds.membershipsOf(person)),
                work.now());
    }

    Stream<Grant> current() {
        return grants.stream().filter(grant -> grant.period().holdsAt(at));
    }

    boolean learnsNow() {
        return memberships.stream().anyMatch(each -> each.period().holdsAt(at))
                || current().anyMatch(grant -> grant.role() == Role.LEARNER);
    }

    boolean everLearnt() {
        return !memberships.isEmpty() || grants.stream().anyMatch(grant -> grant.role() == Role.LEARNER);
    }

    /** Every role held now, over whatever. */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        current().map(Grant::role).forEach(roles::add);
        if (learnsNow()) roles.add(Role.LEARNER);
        return roles;
    }
}
