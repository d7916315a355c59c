package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.CohortId;

/**
 * Learners taught together, for a year or so.
 *
 * @param name unique in the organisation, such as {@code CS SNO 2026}
 */
public record Cohort(CohortId id, String name) {
    public Cohort {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
