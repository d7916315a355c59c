package org.eportfolio.interview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eportfolio.Line;
import org.eportfolio.guidance.NewGoal;

/**
 * An agreement to be proposed: {@code NewAgreement.of("Dater chaque source", NewGoal.of("C3.1", "acquis").by(day))}.
 *
 * @param text what both sides undertake, in one line
 * @param goal what it becomes when the learner accepts
 */
public record NewAgreement(
        @NotNull @Line(max = 500) String text,
        @NotNull @Valid NewGoal goal) {
    public static NewAgreement of(String text, NewGoal goal) {
        return new NewAgreement(text, goal);
    }
}
