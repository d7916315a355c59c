package org.eportfolio.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Line;

/** A milestone to be added: {@code NewMilestone.of("Recette", day)}. */
public record NewMilestone(
        @NotNull @Line String label, @NotNull LocalDate plannedOn) {
    public static NewMilestone of(String label, LocalDate plannedOn) {
        return new NewMilestone(label, plannedOn);
    }
}
