package org.eportfolio.access;

import java.util.Objects;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;

/**
 * A role that a person holds, or will hold.
 *
 * @param reach what it is over; of a learner the cohort that they belong to, in which the role is over their own dossiers
 * @param period from when and until when
 */
public record HeldRole(Role role, Reach reach, Period period) {
    public HeldRole {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(period, "period");
    }
}
