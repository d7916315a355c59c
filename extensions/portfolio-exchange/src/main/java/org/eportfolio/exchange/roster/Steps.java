package org.eportfolio.exchange.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Period;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written.
 *
 * @param joining who joins each class
 * @param years of cohorts that had none
 * @param periods the new ones of memberships
 * @param majorities by cohort, the days on which members come of age of whom none was known
 * @param grants roles of representatives
 * @param externalIds all that people have by which other systems know them, of those who get one
 */
record Steps(
        Map<ClassTarget, Map<Group, Set<PersonId>>> joining,
        Map<CohortId, SchoolYear> years,
        Map<Membership, Period> periods,
        Map<CohortId, Map<LocalDate, Set<PersonId>>> majorities,
        List<NewGrant> grants,
        Map<PersonId, PersonName> names,
        Map<PersonId, Set<ExternalId>> externalIds) {
    /** Who joins together: in one role, for the same days. */
    record Group(
            Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate majority) {}

    static Steps none() {
        return new Steps(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    boolean isEmpty() {
        return joining.isEmpty()
                && years.isEmpty()
                && periods.isEmpty()
                && majorities.isEmpty()
                && grants.isEmpty()
                && names.isEmpty()
                && externalIds.isEmpty();
    }

    /** @param majority of a learner; null when it is not stated */
    void join(ClassTarget target, Enrolment line, @Nullable LocalDate majority) {
        joining.computeIfAbsent(target, each -> new LinkedHashMap<>())
                .computeIfAbsent(
                        new Group(line.role(), line.from(), line.until(), majority), each -> new LinkedHashSet<>())
                .add(line.person());
    }

    /** A member comes of age on this day. */
    void comesOfAge(Membership member, LocalDate day) {
        majorities
                .computeIfAbsent(member.cohort(), each -> new LinkedHashMap<>())
                .computeIfAbsent(day, each -> new LinkedHashSet<>())
                .add(member.learner());
    }

    /** The classes that each learner joins. */
    Map<PersonId, Set<ClassTarget>> joinedByLearner() {
        Map<PersonId, Set<ClassTarget>> joined = new HashMap<>();
        joining.forEach((target, groups) -> groups.forEach((group, people) -> {
            if (group.role() != Role.LEARNER) return;
            for (PersonId each : people) {
                joined.computeIfAbsent(each, person -> new LinkedHashSet<>()).add(target);
            }
        }));
        return joined;
    }

    /** The period that a membership will have. */
    Period period(Membership membership) {
        return periods.getOrDefault(membership, membership.period());
    }

    void end(Membership membership, Instant at) {
        periods.put(membership, period(membership).endedAt(at));
    }
}
