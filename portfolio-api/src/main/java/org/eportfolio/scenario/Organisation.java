package org.eportfolio.scenario;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Line;
import org.jspecify.annotations.Nullable;

/**
 * The organisation, most often fictitious, in which a scenario takes place.
 *
 * @param kind what it does, such as a travel agency; {@code null} where the scenario does not say
 * @param people whom the missions speak of; characters of the scenario, never real persons
 */
public record Organisation(
        @NotNull @Line String name,
        @Nullable @Valid Statement kind,
        @NotNull @Size(max = 50) List<@Valid Statement> people) {
    public Organisation {
        Objects.requireNonNull(name, "name");
        people = List.copyOf(people);
    }
}
