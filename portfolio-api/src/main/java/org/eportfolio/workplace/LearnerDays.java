package org.eportfolio.workplace;

import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The days of one learner at all of their workplaces.
 *
 * @param dossier {@code null} while none is open under the adoption
 * @param required {@code null} where no text that is known asks for a number
 */
public record LearnerDays(
        PersonId learner,
        @Nullable DossierId dossier,
        DayCount count,
        @Nullable RequiredDays required) {
    public LearnerDays {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(count, "count");
    }

    /** The half-days that are still to be done; 0 where nothing is asked. */
    public int lacking() {
        return required == null ? 0 : required.lacking(count);
    }

    /** The half-days that are not even planned; 0 where nothing is asked. */
    public int unplanned() {
        return required == null ? 0 : required.unplanned(count);
    }
}
