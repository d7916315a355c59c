package org.eportfolio.scenario;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * What a situation also serves in another published framework, such as CRCN or the transversal competencies. It stands
 * on the situation as a whole and never transfers a level.
 *
 * @param codes of that framework; at least one
 * @param sources keys into {@link Scenario#sources()}
 */
public record Alignment(
        @NotNull FrameworkId framework,

        @NotNull @Size(min = 1, max = 100, message = "{scenario.alignment-empty}")
        List<@NotNull Code> codes,

        @NotNull @Size(max = 20) List<@NotNull String> sources,
        @Nullable @Prose(max = 10_000) String note) {
    public Alignment {
        Objects.requireNonNull(framework, "framework");
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
    }

    public static Alignment of(FrameworkId framework, String... codes) {
        return new Alignment(framework, Arrays.stream(codes).map(Code::of).toList(), List.of(), null);
    }
}
