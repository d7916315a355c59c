package org.eportfolio.spi;

import java.util.Objects;
import java.util.UUID;

/**
 * What changes together and has a journal chain of its own: one dossier, or the organisation.
 *
 * @param id the dossier's id, or {@link #ORGANISATION}'s
 */
public record Scope(UUID id) {
    /** Everything that belongs to no dossier: frameworks, cohorts, memberships, grants. */
    public static final Scope ORGANISATION = new Scope(new UUID(0, 0));

    public Scope {
        Objects.requireNonNull(id, "id");
    }
}
