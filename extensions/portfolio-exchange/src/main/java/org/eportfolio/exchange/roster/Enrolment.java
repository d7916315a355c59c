package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.Place;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * One person in one cohort, as a file says.
 *
 * @param place where the file says so
 * @param person the host's own id
 * @param name as shown; in its parts where the file has them
 * @param year the school year of the cohort; null when the file states none
 * @param from the first day; null when the file states none
 * @param until the last day; null when the file states none
 * @param deleted whether the file says that the enrolment is to be deleted
 */
public record Enrolment(
        Place place,
        PersonId person,
        PersonName name,
        Role role,
        String cohort,
        @Nullable SchoolYear year,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean deleted) {
    /** Whether it holds on this day, or begins later. */
    boolean isCurrentOn(LocalDate day) {
        return !deleted && (until == null || !until.isBefore(day));
    }

    /** The same of another person. */
    Enrolment of(PersonId other) {
        return other.equals(person)
                ? this
                : new Enrolment(place, other, name, role, cohort, year, from, until, deleted);
    }

    RosterClass inClass() {
        return new RosterClass(cohort, year);
    }
}
