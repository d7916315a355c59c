package org.eportfolio.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.id.PersonId;

/**
 * A group production to be started: {@code NewGroup.of(NewProduction.titled("Site VosRêves")).with("malo", "lina")}.
 * Immutable; each method answers a new value.
 *
 * @param others who is invited, besides the one who starts it: one to three learners of the same cohort
 */
public record NewGroup(
        @NotNull @Valid NewProduction production,
        @NotNull @Size(max = 50) List<@NotNull PersonId> others) {
    public NewGroup {
        others = Objects.requireNonNullElse(others, List.of());
    }

    public static NewGroup of(NewProduction production) {
        return new NewGroup(production, List.of());
    }

    /** Invites these learners, besides those named before. */
    public NewGroup with(String... learners) {
        return new NewGroup(
                production,
                Stream.concat(others.stream(), Stream.of(learners).map(PersonId::of))
                        .toList());
    }
}
