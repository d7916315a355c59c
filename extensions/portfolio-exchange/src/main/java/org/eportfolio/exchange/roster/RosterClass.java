package org.eportfolio.exchange.roster;

import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** A class as a roster names it; a class of the same name in another school year is another one. */
record RosterClass(String name, @Nullable SchoolYear year) {
    String label() {
        return year == null ? name : name + " (" + year + ")";
    }
}
