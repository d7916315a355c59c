package org.eportfolio.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.Prose;

/**
 * A breach of personal data to be recorded. It names no one: who was reached stands in the {@link BreachSheet}, which is made
 * anew from what is kept.
 *
 * @param since the first day on which the data may have been reached
 * @param noticedAt when the controller knew of it; from then on the 72 hours of GDPR art. 33(1) run
 * @param facts what happened, without names of people
 * @param categories which data were reached
 * @param people about how many people were reached
 */
public record NewBreach(
        @NotNull LocalDate since,
        @NotNull Instant noticedAt,

        @NotNull @Prose(max = 10_000) @NotBlank(message = "{text.blank}")
        String facts,

        @NotEmpty Set<@NotNull DataCategory> categories,
        @PositiveOrZero @Max(100_000_000) int people) {
    public NewBreach {
        categories = Objects.requireNonNullElse(categories, Set.of());
    }

    /** What a sheet says of it, with what happened. */
    public static NewBreach of(BreachSheet sheet, Instant noticedAt, String facts) {
        return new NewBreach(
                sheet.since(),
                noticedAt,
                facts,
                sheet.categories(),
                sheet.affected().size());
    }
}
