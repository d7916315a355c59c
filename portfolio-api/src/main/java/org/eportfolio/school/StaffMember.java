package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;

/**
 * One of those who teach a cohort, or answer for it.
 *
 * @param grant by which they do; it is what is revoked when they no longer do
 * @param period from when and until when
 */
public record StaffMember(PersonId person, Role role, Period period, GrantId grant) {
    public StaffMember {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(grant, "grant");
    }
}
