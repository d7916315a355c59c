package org.eportfolio.workplace;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Days on which a tutor is asked again: {@code NewAskDates.on(december, march, june)}. */
public record NewAskDates(
        @NotNull @Size(max = AskDates.MOST) List<@NotNull LocalDate> days) {
    public NewAskDates {
        days = Objects.requireNonNullElse(days, List.of());
    }

    public static NewAskDates on(LocalDate... days) {
        return new NewAskDates(List.of(days));
    }
}
