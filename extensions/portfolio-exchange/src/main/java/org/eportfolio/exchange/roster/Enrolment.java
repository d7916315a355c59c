package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.Place;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person in one cohort, as a file says.
 *
 * @param place where the file says so
 * @param person the host's own id
 * @param from null for at once
 * @param until the last day; null for no end
 */
public record Enrolment(
        Place place,
        PersonId person,
        String name,
        Role role,
        String cohort,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
