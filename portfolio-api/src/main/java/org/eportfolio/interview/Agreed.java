package org.eportfolio.interview;

import java.util.Objects;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.InterviewId;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier interview agreed on, and how far it has come: with this the next interview opens.
 *
 * @param goal the goal that the agreement became, in its state; {@code null} unless the learner accepted
 */
public record Agreed(
        InterviewId interview,
        Agreement agreement,
        @Nullable Goal goal) {
    public Agreed {
        Objects.requireNonNull(interview, "interview");
        Objects.requireNonNull(agreement, "agreement");
    }
}
