package org.eportfolio.guidance;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.Line;
import org.eportfolio.Message;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * An adaptation to be made: {@code NewAdaptation.of("Consignes lues à voix haute").choosing("oral")}.
 *
 * @param step the number of the step concerned; 0 for the pathway as a whole
 * @param reason words beside the reason that is chosen, never a diagnosis or anything of a person's health; may be empty
 * @param chosen one of the reasons to choose from ({@link AdaptationReason}), by its id; needed
 * @param until the last day; {@code null} for the end of the school year, which is the latest
 */
public record NewAdaptation(
        @NotNull @Prose(max = 10_000) String what,
        @NotNull @Prose(max = 10_000) String reason,
        int step,
        @Nullable @Line(max = 40) String chosen,
        @Nullable LocalDate until) {
    public static NewAdaptation of(String what) {
        return new NewAdaptation(what, "", 0, null, null);
    }

    public NewAdaptation because(String why) {
        return new NewAdaptation(what, why, step, chosen, until);
    }

    /** Of one step only. */
    public NewAdaptation forStep(int number) {
        return new NewAdaptation(what, reason, number, chosen, until);
    }

    /** For this reason, one of those to choose from. */
    public NewAdaptation choosing(String reasonId) {
        return new NewAdaptation(what, reason, step, reasonId, until);
    }

    public NewAdaptation until(LocalDate lastDay) {
        return new NewAdaptation(what, reason, step, chosen, lastDay);
    }

    /** The health-related words in it, one warning for each, before anything is kept. */
    public List<Message> warnings() {
        return HealthWords.warnings(what, reason);
    }
}
