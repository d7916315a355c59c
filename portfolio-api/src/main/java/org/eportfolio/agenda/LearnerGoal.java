package org.eportfolio.agenda;

import java.util.Objects;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.PersonId;

/** What a learner of a class aims at. */
public record LearnerGoal(PersonId learner, Goal goal) {
    public LearnerGoal {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(goal, "goal");
    }
}
