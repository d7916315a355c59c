package org.eportfolio.scenario;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.Line;
import org.eportfolio.id.ScenarioId;

/**
 * A link from a situation to a scenario, or to a situation or mission of one. One that leads nowhere is kept in a draft
 * and reported; a mission is not published with it.
 *
 * @param target {@code scenario}, {@code scenario#part}, or {@code #part} within the same scenario
 * @param sources keys into {@link Scenario#sources()}
 */
public record ScenarioLink(
        @NotNull @Line String label,
        @NotNull @Size(max = 200) String target,
        @NotNull @Size(max = 20) List<@NotNull String> sources) {
    public ScenarioLink {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(target, "target");
        sources = List.copyOf(sources);
    }

    public static ScenarioLink to(String target, String label) {
        return new ScenarioLink(label, target, List.of());
    }

    /**
     * The scenario that the target names; empty when it names none.
     *
     * @param from where the link stands
     */
    public Optional<ScenarioId> scenario(ScenarioId from) {
        String name = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
        if (name.isEmpty()) return part().isEmpty() ? Optional.empty() : Optional.of(from);
        return ScenarioId.isName(name) ? Optional.of(ScenarioId.of(name)) : Optional.empty();
    }

    /** The situation or mission that the target names; empty when it means the whole scenario. */
    public String part() {
        return target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    }

    /** Whether what the target names is there in this scenario. */
    boolean leadsInto(Scenario scenario) {
        return part().isEmpty() || scenario.parts().anyMatch(part()::equals);
    }
}
