package org.eportfolio.privacy;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.framework.LevelId;
import org.jspecify.annotations.Nullable;

/**
 * What a wrong positioning should have said:
 * {@code NewRectification.to("en-cours").asked("Demande 2026-14 du 28/11/2026").because("Saisi pour une autre élève.")}.
 *
 * @param level exactly when the outcome is {@link Outcome#LEVEL}
 * @param request by which the person's request is found, such as its number and date; without personal text
 * @param reason why the positioning was wrong
 */
public record NewRectification(
        @NotNull Outcome outcome,
        @Nullable LevelId level,
        @NotNull @Line(max = 200) String request,
        @NotNull @Prose(max = 10_000) String reason) {
    /** It should have said this level. */
    public static NewRectification to(String level) {
        return new NewRectification(Outcome.LEVEL, LevelId.of(level), "", "");
    }

    /** It should have said that the competency does not apply. */
    public static NewRectification notApplicable() {
        return new NewRectification(Outcome.NOT_APPLICABLE, null, "", "");
    }

    /** It should not have been there at all, such as one that was meant for another learner. */
    public static NewRectification takenBack() {
        return new NewRectification(Outcome.RETRACTED, null, "", "");
    }

    public NewRectification asked(String reference) {
        return new NewRectification(outcome, level, reference, reason);
    }

    public NewRectification because(String why) {
        return new NewRectification(outcome, level, request, why);
    }
}
