package org.eportfolio.assessment;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.id.GoalId;
import org.jspecify.annotations.Nullable;

/**
 * A goal whose target is above what is reached.
 *
 * @param reached the current level; {@code null} for "nothing yet"
 */
public record TargetGap(
        GoalId goal,
        Code competency,
        Level target,
        @Nullable Level reached,
        LocalDate dueOn) {
    public TargetGap {
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(dueOn, "dueOn");
    }
}
