package org.eportfolio.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record that a person read something in another person's dossier: who, in which role, when, and what, without any text
 * of it.
 *
 * @param id of version 7, so that ids sort in the order in which they were made
 * @param dossier whose dossier was read
 * @param at kept in microseconds
 * @param person as the host writes ids of people
 * @param role as it is stored, such as {@code TEACHER}
 * @param kind of what was read, such as {@code production}; {@code dossier} where a call shows several kinds
 * @param object the one record that was read; {@code null} for a list or a page of them
 */
public record LoggedReading(
        UUID id,
        Scope dossier,
        Instant at,
        String person,
        String role,
        String kind,
        @Nullable UUID object) {
    public LoggedReading {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
    }
}
