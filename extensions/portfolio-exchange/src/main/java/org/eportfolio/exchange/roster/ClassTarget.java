package org.eportfolio.exchange.roster;

import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * The class of a line, and its cohort here.
 *
 * @param cohort null for one that is to be made
 */
record ClassTarget(RosterClass named, @Nullable Cohort cohort) {
    /** For machines: the name, with the school year if the class has one. */
    String text() {
        return (cohort == null ? named : RosterClass.of(cohort)).toString();
    }
}
