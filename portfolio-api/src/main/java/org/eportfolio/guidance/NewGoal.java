package org.eportfolio.guidance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * A goal to be set: {@code NewGoal.of("C3.2", "acquis").by(LocalDate.of(2027, 3, 1)).step("Lire le registre")}.
 *
 * @param adoption under which; {@code null} for the dossier's main one
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewGoal(
        @NotNull Code competency,
        @NotNull LevelId target,
        @NotNull(message = "{goal.due}") @Nullable LocalDate dueOn,
        @NotNull @Size(max = 50) List<@NotNull @Line String> steps,
        @Nullable AdoptionId adoption) {
    public NewGoal {
        steps = Objects.requireNonNullElse(steps, List.of());
    }

    public static NewGoal of(String competency, String target) {
        return new NewGoal(Code.of(competency), LevelId.of(target), null, List.of(), null);
    }

    /** The last day; a goal has one. */
    public NewGoal by(LocalDate day) {
        return new NewGoal(competency, target, day, steps, adoption);
    }

    public NewGoal step(String text) {
        return new NewGoal(
                competency,
                target,
                dueOn,
                Stream.concat(steps.stream(), Stream.of(text)).toList(),
                adoption);
    }

    public NewGoal under(AdoptionId companion) {
        return new NewGoal(competency, target, dueOn, steps, companion);
    }
}
