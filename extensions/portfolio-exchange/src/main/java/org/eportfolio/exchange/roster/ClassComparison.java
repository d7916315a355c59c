package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;

/** Classes: new ones, with near-namesakes, and school years that were not stated before. */
record ClassComparison(LocalDate today, NearNames near, DifferenceDraft draft) {
    static ClassComparison of(KnownClasses known, LinesByClass classes, LocalDate today, DifferenceDraft draft) {
        Set<String> names = known.names();
        classes.classes().forEach(each -> names.add(each.named().name()));
        return new ClassComparison(today, new NearNames(names), draft);
    }

    void compare(ClassTarget target, Collection<Enrolment> lines) {
        Place place = lines.iterator().next().place();
        Cohort cohort = target.cohort();
        SchoolYear year = target.named().year();
        if (cohort == null) {
            // A class of former members only is not made.
            if (lines.stream().anyMatch(each -> each.isCurrentOn(today))) make(target.named(), place, lines);
        } else if (year != null && cohort.schoolYear() == null) {
            draft.changed(DifferenceDraft.COHORT);
            draft.steps().years().put(cohort.id(), year);
            draft.remark(RosterChange.of(
                    Kind.YEAR_OF_CLASS, place, null, null, year, "roster.class-year", cohort.name(), year));
        } else {
            draft.same(DifferenceDraft.COHORT);
        }
    }

    private void make(RosterClass named, Place place, Collection<Enrolment> lines) {
        draft.added(DifferenceDraft.COHORT);
        long learners = lines.stream()
                .filter(each -> each.role() == Role.LEARNER && each.isCurrentOn(today))
                .count();
        Object shown = named.shown();
        List<String> near = this.near.of(named.name());
        draft.remark(
                near.isEmpty()
                        ? RosterChange.of(Kind.NEW_CLASS, place, null, null, named, "roster.new-class", shown, learners)
                        : RosterChange.of(
                                Kind.NEW_CLASS,
                                place,
                                null,
                                null,
                                named,
                                "roster.new-class-near",
                                shown,
                                learners,
                                near));
    }
}
