package org.eportfolio.access;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * The record that a person read something in another person's dossier, without any text of it.
 *
 * @param reader who read; a service by its {@link HostService#id}
 * @param role in which they read
 * @param kind of what was read, such as {@code production}; {@code dossier} where a call shows several kinds
 * @param object the one record that was read; {@code null} for a list or a page of them
 */
public record DossierReading(
        DossierId dossier,
        PersonId reader,
        Role role,
        Instant at,
        String kind,
        @Nullable UUID object) {
    public DossierReading {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
    }
}
