package org.eportfolio.guidance;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A bilan to be written down by the teacher who was there:
 * {@code NewBilan.with("Karim Exemple").andTheLearner().concluding("…")}.
 *
 * @param tutor the tutor present, by name
 * @param learnerPresent whether the learner was there: there is no bilan without them
 * @param heldOn {@code null} for today
 */
public record NewBilan(
        @NotNull @Line(max = 200) String tutor,
        @AssertTrue(message = "{bilan.learner-absent}") boolean learnerPresent,

        @NotNull @Prose(max = 20_000) @NotBlank(message = "{text.blank}")
        String conclusion,

        @Nullable LocalDate heldOn) {
    public static NewBilan with(String tutor) {
        return new NewBilan(tutor, false, "", null);
    }

    public NewBilan andTheLearner() {
        return new NewBilan(tutor, true, conclusion, heldOn);
    }

    public NewBilan concluding(String text) {
        return new NewBilan(tutor, learnerPresent, text, heldOn);
    }

    /** The day; not before the period began, and never in the future. */
    public NewBilan heldOn(LocalDate day) {
        return new NewBilan(tutor, learnerPresent, conclusion, day);
    }
}
