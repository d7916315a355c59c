package org.eportfolio.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * How a breach ended, to be recorded.
 *
 * @param effects what it meant for those concerned
 * @param measures what was done to end it and to limit the effects
 * @param notifiedAt when the supervisory authority was notified; {@code null} if it was not
 * @param informedOn when those concerned were informed; {@code null} if they were not
 * @param reason why the authority was not notified, or later than after 72 hours; may be empty otherwise
 */
public record NewBreachSettlement(
        @NotNull @Prose(max = 10_000) String effects,

        @NotNull @Prose(max = 10_000) @NotBlank(message = "{text.blank}")
        String measures,

        @Nullable Instant notifiedAt,
        @Nullable LocalDate informedOn,
        @NotNull @Prose(max = 10_000) String reason) {
    /** An end without a notification of the authority or of the people concerned. */
    public static NewBreachSettlement of(String effects, String measures) {
        return new NewBreachSettlement(effects, measures, null, null, "");
    }

    /** The same, with when the supervisory authority was notified. */
    public NewBreachSettlement notified(Instant at) {
        return new NewBreachSettlement(effects, measures, at, informedOn, reason);
    }

    /** The same, with when those concerned were informed. */
    public NewBreachSettlement informed(LocalDate on) {
        return new NewBreachSettlement(effects, measures, notifiedAt, on, reason);
    }

    /** The same, with why the authority was not notified, or late. */
    public NewBreachSettlement because(String why) {
        return new NewBreachSettlement(effects, measures, notifiedAt, informedOn, why);
    }
}
