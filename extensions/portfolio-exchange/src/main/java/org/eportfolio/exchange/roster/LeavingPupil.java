package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.Place;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A learner who leaves the school, as a file says.
 *
 * @param lastDay null when the file only says that the learner is to be deleted
 */
record LeavingPupil(
        Place place, PersonId person, String name, @Nullable LocalDate lastDay) {
    /** The same of another person. */
    LeavingPupil of(PersonId other) {
        return new LeavingPupil(place, other, name, lastDay);
    }
}
