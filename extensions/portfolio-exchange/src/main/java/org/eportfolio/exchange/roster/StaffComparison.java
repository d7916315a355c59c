package org.eportfolio.exchange.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** A line of the staff, compared with the roles that the person has; a roster takes no role from anyone. */
final class StaffComparison {
    private final Map<PersonId, List<Grant>> grants;
    private final KnownClasses known;
    private final RosterClock clock;
    private final Joining joining;
    private final DifferenceDraft draft;

    /** Reads the roles over classes of the file's staff, and of those who leave the school. */
    StaffComparison(
            RosterLines roster,
            Desk desk,
            KnownClasses known,
            RosterClock clock,
            Joining joining,
            DifferenceDraft draft) {
        this.known = known;
        this.clock = clock;
        this.joining = joining;
        this.draft = draft;
        Set<PersonId> people = roster.all().stream()
                .filter(each -> each.role() != Role.LEARNER)
                .map(Enrolment::person)
                .collect(toSet());
        roster.departures().forEach(each -> people.add(each.person()));
        grants = desk.grants().of(people).stream()
                .filter(each -> each.reach() instanceof Reach.OfCohort)
                .filter(each -> each.period().endsAfter(clock.now()))
                .collect(groupingBy(Grant::holder));
    }

    void compare(ClassTarget target, Enrolment line) {
        Grant there = grant(target.cohort(), line);
        boolean current = line.isCurrentOn(clock.today());
        if (there == null && current) {
            joining.join(target, line);
        } else if (there == null) {
            joining.notBroughtIn(target, line);
        } else {
            draft.same(DifferenceDraft.STAFF);
            LocalDate last = line.until();
            LocalDate lastHere = clock.lastDay(there.period().until());
            boolean other = last != null && !last.equals(lastHere);
            if (!current || other) stays(target, line, lastHere);
        }
    }

    /** Whether someone who is to leave the school works in a class, and keeps that role. */
    boolean stays(LeavingPupil departure) {
        if (!grants.containsKey(departure.person())) return false;
        draft.same(DifferenceDraft.STAFF);
        draft.remark(RosterChange.of(
                Kind.STAFF_STAYS,
                departure.place(),
                departure.person(),
                null,
                departure.lastDay(),
                "roster.staff-departs",
                departure.name()));
        return true;
    }

    private @Nullable Grant grant(@Nullable Cohort cohort, Enrolment line) {
        if (cohort == null) return null;
        Reach reach = new Reach.OfCohort(cohort.id());
        return grants.getOrDefault(line.person(), List.of()).stream()
                .filter(each -> each.role() == line.role() && each.reach().equals(reach))
                .findFirst()
                .orElse(null);
    }

    private void stays(ClassTarget target, Enrolment line, @Nullable LocalDate lastHere) {
        LocalDate last = line.until();
        draft.remark(RosterChange.of(
                Kind.STAFF_STAYS,
                line.place(),
                line.person(),
                lastHere,
                last,
                line.deleted() ? "roster.staff-deleted" : "roster.staff-days",
                line.name().display(),
                line.role(),
                known.shown(target),
                last == null ? "" : last));
    }
}
