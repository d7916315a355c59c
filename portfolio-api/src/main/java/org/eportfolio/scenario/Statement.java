package org.eportfolio.scenario;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Line;

/**
 * A sentence or a paragraph of a scenario. As an expected production it is phrased so that it can be checked, in the
 * present: « Le site Web de l'entreprise est mis à jour » (IGÉSR presentation).
 *
 * @param sources keys into {@link Scenario#sources()}: where the text comes from; possibly none
 * @param continuous of an expected production: made over time, in several pieces that each have their day (<em>réalisée en
 *     continu</em>); of nothing else
 */
public record Statement(
        @NotNull @Line(max = 5_000) String text,
        @NotNull @Size(max = 20) List<@NotNull String> sources,
        boolean continuous) {
    public Statement {
        Objects.requireNonNull(text, "text");
        sources = List.copyOf(sources);
    }

    public static Statement of(String text) {
        return new Statement(text, List.of(), false);
    }

    /** An expected production that is made over time. */
    public static Statement ofContinuous(String text) {
        return new Statement(text, List.of(), true);
    }
}
