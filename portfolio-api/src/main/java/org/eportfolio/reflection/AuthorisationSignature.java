package org.eportfolio.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/**
 * Who said yes, and how it came to be known.
 *
 * @param by the person recorded, or their legal representative
 * @param on the day of the signature, in the organisation's time zone
 * @param recordedBy the same person, or the member of staff who has the signed paper
 * @param role in which they recorded it
 */
public record AuthorisationSignature(PersonId by, LocalDate on, PersonId recordedBy, Role role, Instant recordedAt) {
    public AuthorisationSignature {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
