package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;

/** A learner belongs to a cohort for a period. Ending it deletes nothing that was assessed. */
public record Membership(MembershipId id, CohortId cohort, PersonId learner, Period period) {
    public Membership {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(period, "period");
    }

    /** The membership as it stands once the learner has left. */
    public Membership endedAt(java.time.Instant at) {
        return new Membership(id, cohort, learner, period.endedAt(at));
    }
}
