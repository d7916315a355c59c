package org.eportfolio.school;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A learner belongs to a cohort for a period. Ending it deletes nothing that was assessed.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param majorityOn the day on which the learner comes of age, never the date of birth; {@code null} when it was not
 *     stated at enrolment
 */
public record Membership(
        MembershipId id,
        CohortId cohort,
        PersonId learner,
        Period period,
        @Nullable LocalDate majorityOn) {
    public Membership {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(period, "period");
    }

    /** The membership as it stands once the learner has left. */
    public Membership asEnded(java.time.Instant at) {
        return new Membership(id, cohort, learner, period.endedAt(at), majorityOn);
    }

    /** The same membership for another period. */
    public Membership during(Period other) {
        return new Membership(id, cohort, learner, other, majorityOn);
    }

    /** The membership once the day of majority is stated. */
    public Membership withMajority(LocalDate day) {
        return new Membership(id, cohort, learner, period, day);
    }
}
