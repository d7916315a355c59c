package org.eportfolio.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Line;
import org.jspecify.annotations.Nullable;

/**
 * A task to be added: {@code NewTask.of("Rédiger les mentions légales").dueOn(day)}.
 *
 * @param dueOn the last day; {@code null} for none
 */
public record NewTask(@NotNull @Line String label, @Nullable LocalDate dueOn) {
    public static NewTask of(String label) {
        return new NewTask(label, null);
    }

    /** The same task with a last day. */
    public NewTask by(LocalDate day) {
        return new NewTask(label, day);
    }
}
