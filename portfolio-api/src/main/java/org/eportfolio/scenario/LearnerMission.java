package org.eportfolio.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mission as one learner has it.
 *
 * @param mission the revision that the learner is on; the latest one while it is to be done
 * @param work {@code null} while nothing was done
 * @param offered whether it can be started today: in the plan of one of the learner's cohorts, and not withdrawn
 * @param newer whether a later revision was published than the one that the learner is on
 */
public record LearnerMission(
        PublishedMission mission,
        MissionStatus status,
        @Nullable MissionWork work,
        boolean offered,
        boolean newer) {
    public LearnerMission {
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(status, "status");
    }

    /** The same as others than the learner and the team see it: that a person helped with the work, not who. */
    public LearnerMission withoutHelpers() {
        return work == null ? this : new LearnerMission(mission, status, work.withoutHelpers(), offered, newer);
    }
}
