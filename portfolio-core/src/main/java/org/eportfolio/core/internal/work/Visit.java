package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.util.UUID;
import org.eportfolio.id.PersonId;

/**
 * Up to when a person has seen what a place has to tell them: one instant, replaced by the next.
 *
 * @param place the dossier whose home it is, or the cohort whose queue it is
 */
public record Visit(UUID place, PersonId person, Instant until) {
    UUID id() {
        return Kinds.visitId(place, person);
    }
}
