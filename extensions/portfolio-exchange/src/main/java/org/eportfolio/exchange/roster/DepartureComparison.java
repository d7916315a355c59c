package org.eportfolio.exchange.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;

/** Learners who leave the school, and with it every class that the roster speaks of. */
record DepartureComparison(
        KnownClasses known,
        RosterScope scope,
        RosterClock clock,
        StaffComparison staff,
        Leaving leaving,
        DifferenceDraft draft) {
    /** Returns those who leave. */
    Set<PersonId> compare(List<LeavingPupil> departures) {
        if (departures.isEmpty()) return Set.of();
        Map<PersonId, Map<Membership, Cohort>> memberships = memberships();
        Set<PersonId> departing = new HashSet<>();
        for (LeavingPupil each : departures) {
            departing.add(each.person());
            Map<Membership, Cohort> theirs = memberships.getOrDefault(each.person(), Map.of());
            if (theirs.isEmpty() && !staff.stays(each)) notBroughtIn(each);
            theirs.forEach((membership, cohort) -> departs(each, membership, cohort));
        }
        return departing;
    }

    private Map<PersonId, Map<Membership, Cohort>> memberships() {
        Map<PersonId, Map<Membership, Cohort>> memberships = new HashMap<>();
        for (Cohort cohort : known.all()) {
            if (!scope.includes(cohort)) continue;
            for (Membership each : known.current(cohort.id())) {
                memberships
                        .computeIfAbsent(each.learner(), learner -> new LinkedHashMap<>())
                        .put(each, cohort);
            }
        }
        return memberships;
    }

    private void notBroughtIn(LeavingPupil who) {
        draft.leftOut(DifferenceDraft.MEMBERSHIP);
        draft.remark(
                RosterChange.of(Kind.NOT_BROUGHT_IN, who.place(), who.person(), null, null, absence(who), who.name()));
    }

    private String absence(LeavingPupil who) {
        LocalDate last = who.lastDay();
        if (last == null) return "roster.deleted-person";
        return last.isBefore(clock.today()) ? "roster.left-school" : "siecle.no-division";
    }

    private void departs(LeavingPupil departure, Membership membership, Cohort cohort) {
        PersonInClass who =
                new PersonInClass(departure.place(), departure.person(), departure.name(), known.shown(cohort));
        LocalDate last = departure.lastDay();
        if (last == null || last.isBefore(clock.today())) {
            leaving.left(who, membership, last);
            return;
        }
        LocalDate lastHere = clock.lastDay(membership.period().until());
        if (last.equals(lastHere)) {
            draft.same(DifferenceDraft.MEMBERSHIP);
            return;
        }
        draft.changed(DifferenceDraft.MEMBERSHIP);
        Instant from = membership.period().from();
        Instant end = clock.end(last);
        draft.steps().periods().put(membership, new Period(from, end.isBefore(from) ? from : end));
        leaving.willLeave(who, lastHere, last);
    }
}
