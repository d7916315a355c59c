package org.eportfolio.scenario;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;

/**
 * A competency that a mission works on, and which parts of it.
 *
 * @param competency of the scenario's framework, in one of the blocs of the situation
 * @param subCompetencies of that competency; none means that the mission does not say which
 * @param sources keys into {@link Scenario#sources()}
 * @param note what a reader should know, such as where the source leaves a doubt
 */
public record MissionTarget(
        @NotNull Code competency,
        @NotNull @Size(max = 50) List<@NotNull Code> subCompetencies,
        @NotNull @Size(max = 20) List<@NotNull String> sources,
        @Nullable @Prose(max = 10_000) String note) {
    public MissionTarget {
        Objects.requireNonNull(competency, "competency");
        subCompetencies = List.copyOf(subCompetencies);
        sources = List.copyOf(sources);
    }

    public static MissionTarget of(String competency, String... subCompetencies) {
        return new MissionTarget(
                Code.of(competency),
                Arrays.stream(subCompetencies).map(Code::of).toList(),
                List.of(),
                null);
    }
}
