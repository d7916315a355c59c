package org.eportfolio.guidance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.Line;
import org.eportfolio.framework.Code;

/**
 * A mission that could be suggested to a learner.
 *
 * @param id identifies it to the policy or rule that offers it
 * @param competencies the competencies and sub-competencies that it trains; codes of other frameworks do no harm
 * @param origin where it comes from
 */
public record Candidate(
        @NotNull @Line String id,
        @NotNull @Line String label,
        @NotNull @Size(max = 200) List<@NotNull Code> competencies,
        @NotNull Origin origin) {
    /** Where a candidate comes from. */
    public enum Origin {
        /** A published mission that the learner may start: the year plan of one of their cohorts has it. */
        YEAR_PLAN,
        /** A published mission under the same framework; no plan of the learner's cohorts offers one. */
        FRAMEWORK,
        /** The host named it. */
        HOST
    }

    public static Candidate of(String id, String label, String... competencies) {
        return new Candidate(
                id, label, Arrays.stream(competencies).map(Code::of).toList(), Origin.HOST);
    }
}
