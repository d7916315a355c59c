package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that was given before the dossier came here, to be loaded as history. It gives its author no rights.
 *
 * @param observedOn never after the day of {@code recordedAt}
 * @param recordedAt when it was written down where it comes from; never in the future
 */
public record PastAssessment(
        Code competency,
        Perspective perspective,
        LevelId level,
        PersonId author,
        Role role,
        LocalDate observedOn,
        Instant recordedAt,
        @Nullable String because) {
    public PastAssessment {
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(perspective, "perspective");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(observedOn, "observedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
