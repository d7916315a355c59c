package org.eportfolio.exchange.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;

/**
 * Compares a roster with what is there, once: its lines class by class, then learners who leave the school, members who are
 * absent from the file, and names.
 */
final class RosterComparison {
    private final RosterLines roster;
    private final List<Enrolment> lines;
    private final RosterCoverage coverage;
    private final Absent absent;
    private final Desk desk;
    private final RosterClock clock;
    private final KnownClasses known;
    private final DifferenceDraft draft = new DifferenceDraft();

    RosterComparison(RosterLines roster, RosterCoverage coverage, Absent absent, Desk desk) {
        this.roster = roster;
        this.coverage = coverage;
        this.absent = absent;
        this.desk = desk;
        lines = roster.all();
        clock = RosterClock.of(desk.clock());
        known = new KnownClasses(desk, clock);
    }

    DifferenceDraft difference() {
        Joining joining = new Joining(known, roster.people(), draft);
        Leaving leaving = new Leaving(clock, draft);
        // Reading the roles first refuses those who manage no cohorts, before anything is compared.
        StaffComparison staff = new StaffComparison(roster, desk, known, clock, joining, draft);
        LearnerComparison learners =
                new LearnerComparison(known, clock, joining, leaving, roster.statesEnds(), roster.people(), draft);
        RecognisedPeople.describe(roster.people(), draft);
        LinesByClass classes = new LinesByClass(lines, known, clock.today());
        ClassComparison comparison = ClassComparison.of(known, classes, clock.today(), draft);
        classes.forEach((target, inClass) -> {
            comparison.compare(target, inClass);
            compare(target, inClass, learners, staff);
        });

        RosterScope scope = RosterScope.of(lines, coverage, classes, clock.today());
        Set<PersonId> departing =
                new DepartureComparison(known, scope, clock, staff, leaving, draft).compare(roster.departures());
        // A file of staff only says nothing about learners.
        if (lines.stream().anyMatch(each -> each.role() == Role.LEARNER)) {
            new AbsentLearners(known, classes, scope, absent, clock, desk, draft).compare(departing);
        }
        new NameComparison(desk, clock.today(), draft)
                .compare(lines, roster.people().renamings());
        new RepresentativeComparison(roster.people(), desk, clock, draft).compare(names());
        return draft;
    }

    /** How those of the file are called. */
    private Map<PersonId, String> names() {
        Map<PersonId, String> names = new HashMap<>();
        for (Enrolment each : lines) names.put(each.person(), each.name().display());
        Set<PersonId> others = new HashSet<>(roster.people().representations().keySet());
        others.removeAll(names.keySet());
        if (!others.isEmpty()) names.putAll(desk.people().named(others));
        return names;
    }

    private void compare(
            ClassTarget target, Collection<Enrolment> lines, LearnerComparison learners, StaffComparison staff) {
        Map<PersonId, List<Membership>> members = known.membersByLearner(target);
        for (Enrolment each : lines) {
            if (each.role() == Role.LEARNER) {
                learners.compare(target, each, members.getOrDefault(each.person(), List.of()));
            } else {
                staff.compare(target, each);
            }
        }
    }
}
