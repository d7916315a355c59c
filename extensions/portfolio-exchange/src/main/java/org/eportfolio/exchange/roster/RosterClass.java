package org.eportfolio.exchange.roster;

import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** A class as a roster names it; a class of the same name in another school year is another one. */
record RosterClass(String name, @Nullable SchoolYear year) {
    static RosterClass of(Cohort cohort) {
        return new RosterClass(cohort.name(), cohort.schoolYear());
    }

    /** For a sentence: the name with the year, if there is one. */
    Object shown() {
        return year == null ? name : ExchangeMessages.of("roster.class-of-year", name, year);
    }

    /** For machines. */
    @Override
    public String toString() {
        return year == null ? name : name + " " + year;
    }
}
