package org.eportfolio.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One step of a learner's pathway: a teacher adds and drops it, the learner marks it as done. Being done says nothing of
 * a level.
 *
 * @param number from 1, within the pathway; never given again
 * @param reason why this step, for this learner: pedagogical, never a diagnosis
 * @param doneAt when the learner marked it as done; {@code null} while it is not
 * @param dropped when and why a teacher took it out; it stays readable
 */
public record PathwayStep(
        int number,
        AdoptionId adoption,
        Code competency,
        @Nullable String mission,
        @Nullable String candidate,
        @Nullable LocalDate dueOn,
        String reason,
        PersonId by,
        Role role,
        Instant addedAt,
        @Nullable Instant doneAt,
        @Nullable Ending dropped) {
    public PathwayStep {
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(addedAt, "addedAt");
        InvalidInputException.unless(!reason.isBlank(), "reason", "pathway.step-reason");
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return doneAt == null && dropped == null;
    }

    PathwayStep done(@Nullable Instant at) {
        if (dropped != null) throw ConflictException.state("pathway.step-dropped", number);
        return new PathwayStep(
                number, adoption, competency, mission, candidate, dueOn, reason, by, role, addedAt, at, null);
    }

    PathwayStep dropped(Ending why) {
        if (dropped != null) throw ConflictException.state("pathway.step-dropped", number);
        if (doneAt != null) throw ConflictException.state("pathway.step-done", number);
        return new PathwayStep(
                number, adoption, competency, mission, candidate, dueOn, reason, by, role, addedAt, null, why);
    }
}
