package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;

/**
 * Learners taught together, for a year or so.
 *
 * @param name unique in the organisation among the cohorts of its school year, such as {@code 2SNO}
 * @param schoolYear {@code null} when none was stated
 */
public record Cohort(CohortId id, String name, @Nullable SchoolYear schoolYear) {
    public Cohort {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** The same cohort, of this school year. */
    public Cohort in(SchoolYear year) {
        return new Cohort(id, name, year);
    }
}
