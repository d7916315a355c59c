package org.eportfolio.guidance;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Prose;

/**
 * An adaptation to be made: {@code NewAdaptation.of("Consignes lues à voix haute").because("Se repère mieux à l'oral.")}.
 *
 * @param step the number of the step concerned; 0 for the pathway as a whole
 * @param reason the pedagogical reason, never a diagnosis or anything of a person's health; needed
 */
public record NewAdaptation(
        @NotNull @Prose(max = 10_000) String what,
        @NotNull @Prose(max = 10_000) String reason,
        int step) {
    public static NewAdaptation of(String what) {
        return new NewAdaptation(what, "", 0);
    }

    public NewAdaptation because(String why) {
        return new NewAdaptation(what, why, step);
    }

    /** Of one step only. */
    public NewAdaptation forStep(int number) {
        return new NewAdaptation(what, reason, number);
    }
}
