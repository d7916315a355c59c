package org.eportfolio.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands on one competency, and why.
 *
 * @param outcome {@code null} for "nothing yet", which is neither a level nor zero
 * @param policy the name of the policy that decided
 * @param counted the assessments that carry it
 * @param others every other assessment of the competency, each with the reason why it did not count
 */
public record CurrentLevel(
        Code competency,
        @Nullable Outcome outcome,
        @Nullable Level level,
        String policy,
        List<AssessmentId> counted,
        List<NotCounted> others) {
    public CurrentLevel {
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(policy, "policy");
        counted = List.copyOf(counted);
        others = List.copyOf(others);
    }

    /** An assessment that did not count. */
    public record NotCounted(AssessmentId assessment, Why why) {}

    /** Why an assessment did not count. */
    public enum Why {
        /** It is not a teacher's. */
        OTHER_PERSPECTIVE,
        /** Its author corrected it. */
        SUPERSEDED,
        /** It only takes back an earlier one. */
        RETRACTION,
        /** The policy looks at others, such as later ones. */
        LEFT_OUT_BY_POLICY
    }
}
