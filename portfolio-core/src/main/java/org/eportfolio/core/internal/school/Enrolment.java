package org.eportfolio.core.internal.school;

import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;

/** Puts people in a cohort: learners by a membership, staff by a grant. Those who are in it already stay as they are. */
public final class Enrolment {
    private Enrolment() {}

    public static void of(CohortId cohort, Members members, Work work) {
        Period period = DayBounds.period(members.from(), members.until(), work);
        if (members.role() == Role.LEARNER) learners(cohort, members, period, work);
        else Cohorts.grantStaff(cohort, members, period, work);
    }

    private static void learners(CohortId cohort, Members members, Period period, Work work) {
        LocalDate majority = members.majorityOn();
        List<Key> keys =
                members.people().stream().map(SchoolKinds::membershipsOf).toList();
        List<Membership> current = work.whereAny(MEMBERSHIP, keys).stream()
                .filter(each -> each.cohort().equals(cohort) && each.period().endsAfter(work.now()))
                .toList();
        Set<PersonId> enrolled =
                current.stream().map(Membership::learner).collect(Collectors.toCollection(HashSet::new));
        for (PersonId learner : members.people()) {
            if (!enrolled.add(PeopleOnly.require(learner))) continue;
            work.put(MEMBERSHIP, new Membership(new MembershipId(work.newId()), cohort, learner, period, majority));
        }
        if (majority != null) stateMajority(majority, current, work);
    }

    private static void stateMajority(LocalDate majority, Collection<Membership> current, Work work) {
        for (Membership each : current) {
            if (!majority.equals(each.majorityOn())) work.put(MEMBERSHIP, each.withMajority(majority));
        }
    }
}
