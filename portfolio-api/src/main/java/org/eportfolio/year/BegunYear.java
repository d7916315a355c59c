package org.eportfolio.year;

import java.util.Objects;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;

/**
 * A year that has begun.
 *
 * @param adoption under which the dossiers are; {@code null} for none
 * @param changes what was done, and what is missing still
 */
public record BegunYear(CohortId cohort, @Nullable AdoptionId adoption, YearChanges changes) {
    public BegunYear {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(changes, "changes");
    }
}
