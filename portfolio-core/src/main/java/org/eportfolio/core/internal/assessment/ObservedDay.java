package org.eportfolio.core.internal.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.jspecify.annotations.Nullable;

/**
 * The day on which something was observed. A mistyped year would put it before everything else, and no level would move:
 * a day more than a year back, or before the learner came to the school, counts only when it is confirmed.
 *
 * @param confirmed whether it may lie that far back
 */
public record ObservedDay(LocalDate day, boolean confirmed, LocalDate today) {
    /** @param day {@code null} for today */
    public static ObservedDay of(@Nullable LocalDate day, boolean confirmed, LocalDate today) {
        LocalDate observed = day == null ? today : day;
        InvalidInputException.unless(
                !observed.isAfter(today), "observedOn", "assessment.observed-later", observed, today);
        return new ObservedDay(observed, confirmed, today);
    }

    /** The day, for a learner whose memberships are read if it lies back. */
    public LocalDate by(PersonId learner, Call call) {
        if (confirmed || day.equals(today)) return day;
        requireRecent();
        ZoneId zone = call.work().zone();
        call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                .map(each -> began(each, zone))
                .min(Comparator.naturalOrder())
                .filter(day::isBefore)
                .ifPresent(began -> {
                    throw InvalidInputException.because(
                            "observedOn", "assessment.observed-before", day, learner, began);
                });
        return day;
    }

    /** The day, for learners of a cohort, of whose memberships one counts that begins no later. */
    public LocalDate by(Collection<PersonId> learners, Call call) {
        if (confirmed || day.equals(today)) return day;
        requireRecent();
        ZoneId zone = call.work().zone();
        Set<PersonId> there = call
                .work()
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        learners.stream().map(SchoolKinds::membershipsOf).toList())
                .stream()
                .filter(each -> !day.isBefore(began(each, zone)))
                .map(Membership::learner)
                .collect(Collectors.toSet());
        Set<PersonId> later = new TreeSet<>(learners);
        later.removeAll(there);
        InvalidInputException.unless(
                later.isEmpty(), "observedOn", "class-entry.observed-before", day, List.copyOf(later));
        return day;
    }

    private void requireRecent() {
        InvalidInputException.unless(
                !day.isBefore(today.minusYears(1)), "observedOn", "assessment.observed-long-ago", day);
    }

    private static LocalDate began(Membership membership, ZoneId zone) {
        return LocalDate.ofInstant(membership.period().from(), zone);
    }
}
