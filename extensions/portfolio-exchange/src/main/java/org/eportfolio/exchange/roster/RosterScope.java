package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Which cohorts a roster speaks of: those that it names; for a whole school also those of its school year or before.
 *
 * @param latest the latest school year in the file; null when it states none
 */
record RosterScope(
        RosterCoverage coverage,
        LinesByClass classes,
        @Nullable SchoolYear latest,
        LocalDate today) {
    static RosterScope of(List<Enrolment> lines, RosterCoverage coverage, LinesByClass classes, LocalDate today) {
        SchoolYear latest = lines.stream()
                .map(Enrolment::year)
                .filter(Objects::nonNull)
                .max(SchoolYear::compareTo)
                .orElse(null);
        return new RosterScope(coverage, classes, latest, today);
    }

    boolean includes(Cohort cohort) {
        if (classes.names(cohort)) return true;
        SchoolYear year = cohort.schoolYear();
        if (coverage == RosterCoverage.CLASSES || year == null) return false;
        return latest == null ? !year.isOverOn(today) : year.compareTo(latest) <= 0;
    }

    /** Whether learners of this cohort who are not in the file are absent. */
    boolean statesLearners(Cohort cohort) {
        // A class of teachers only says nothing about its learners.
        boolean teachersOnly = classes.names(cohort) && classes.learners(cohort).isEmpty();
        return includes(cohort) && !(teachersOnly && coverage == RosterCoverage.CLASSES);
    }

    /** Whether a learner who is in another class now leaves the old one. */
    boolean moves() {
        return coverage != RosterCoverage.CLASSES;
    }

    /** Whether a learner whom the file does not name is absent. */
    boolean statesAbsence() {
        return coverage != RosterCoverage.CHANGES;
    }
}
