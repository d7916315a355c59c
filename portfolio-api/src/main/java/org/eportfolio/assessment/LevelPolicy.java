package org.eportfolio.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * Says which level a learner is at, from the positionings that stand. Never a sum, a mean or a percentage of levels. A
 * pure function: same case, same decision, on any thread and on several at once. It is called while a snapshot is held, so
 * it must be quick and must not call the portfolio or any other service. The library's own are in {@link LevelPolicies}; a host may contribute more.
 */
public interface LevelPolicy {
    /**
     * The policy's name: lower-case ASCII letters, digits and hyphens. Adoptions store it, so it must never change.
     */
    String name();

    /** Decides one competency. */
    Decision decide(Case subject);

    /**
     * The input of a decision: only teachers' positionings that were neither superseded nor retracted.
     *
     * @param positionings on the competency itself, the latest observed first
     * @param ofSubCompetencies the same for each of its sub-competencies, all of them, even where the list is empty
     */
    record Case(Scale scale, List<Assessment> positionings, Map<Code, List<Assessment>> ofSubCompetencies) {}

    /**
     * What was decided.
     *
     * @param outcome {@code null} for "nothing yet"; never {@link Outcome#RETRACTED}
     * @param level when the outcome is a level
     * @param counted the assessments on which the decision is based; all others were ignored
     */
    record Decision(@Nullable Outcome outcome, @Nullable LevelId level, Set<AssessmentId> counted) {
        /** No level, and not "not applicable" either. */
        public static final Decision NOTHING_YET = new Decision(null, null, Set.of());

        public Decision {
            counted = Set.copyOf(counted);
            if ((outcome == Outcome.LEVEL) != (level != null)) {
                throw new IllegalArgumentException("a level goes with the outcome LEVEL");
            }
        }

        public static Decision level(LevelId level, Set<AssessmentId> counted) {
            return new Decision(Outcome.LEVEL, Objects.requireNonNull(level, "level"), counted);
        }

        public static Decision notApplicable(Set<AssessmentId> counted) {
            return new Decision(Outcome.NOT_APPLICABLE, null, counted);
        }
    }
}
