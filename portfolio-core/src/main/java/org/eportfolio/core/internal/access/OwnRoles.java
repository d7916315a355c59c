package org.eportfolio.core.internal.access;

import static org.eportfolio.access.Permission.READ_OWN_COHORTS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.access.HeldRole;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * The roles of one person, for themselves to see.
 *
 * @param cohorts those that a role of today names
 * @param readableUntil for learners who left and still read
 */
public record OwnRoles(
        List<HeldRole> now,
        List<HeldRole> coming,
        Set<CohortId> cohorts,
        @Nullable LocalDate readableUntil) {
    private static final Comparator<HeldRole> ORDER = Comparator.comparing(HeldRole::role)
            .thenComparing(each -> each.period().from());

    /** @param named the role that the person named, which they must hold; {@code null} if they named none */
    static OwnRoles of(Holdings holdings, @Nullable Role named, Work work) {
        Set<Role> roles = holdings.roles();
        boolean readsStill = roles.isEmpty() && holdings.stillReads();
        if (roles.isEmpty() && !readsStill)
            throw denied("denied.needs-role", READ_OWN_COHORTS, READ_OWN_COHORTS.roles());
        if (named != null && !roles.contains(named)) throw denied("denied.role-not-held", named, roles);
        List<HeldRole> now = those(holdings, period -> period.holdsAt(work.now()));
        Set<CohortId> cohorts = new HashSet<>();
        now.forEach(each -> {
            if (each.reach() instanceof Reach.OfCohort of) cohorts.add(of.cohort());
        });
        return new OwnRoles(
                now,
                those(holdings, period -> period.from().isAfter(work.now()) && period.endsAfter(work.now())),
                cohorts,
                readsStill
                        ? holdings.lastDeparture().map(Departure::readableUntil).orElse(null)
                        : null);
    }

    private static List<HeldRole> those(Holdings holdings, Predicate<Period> when) {
        Stream<HeldRole> granted =
                holdings.grants().stream().map(each -> new HeldRole(each.role(), each.reach(), each.period()));
        Stream<HeldRole> learning = holdings.memberships().stream()
                .map(each -> new HeldRole(Role.LEARNER, new Reach.OfCohort(each.cohort()), each.period()));
        return Stream.concat(granted, learning)
                .filter(each -> when.test(each.period()))
                .sorted(ORDER)
                .toList();
    }

    private static DeniedException denied(String key, Object... arguments) {
        return new DeniedException(Message.of(key, arguments));
    }
}
