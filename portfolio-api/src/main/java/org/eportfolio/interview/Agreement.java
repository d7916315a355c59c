package org.eportfolio.interview;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something proposed during an interview. Only the learner's acceptance makes a goal of it, and an answer is given once.
 *
 * @param number from 1, within its interview
 * @param proposal the goal as it was proposed
 * @param goal the goal it became; exactly when it was accepted
 * @param word why the learner declined; exactly when they did
 * @param settledAt when it was accepted, declined or withdrawn
 */
public record Agreement(
        int number,
        String text,
        NewGoal proposal,
        PersonId proposedBy,
        Instant proposedAt,
        AgreementStatus status,
        @Nullable GoalId goal,
        @Nullable String word,
        @Nullable Instant settledAt) {
    public Agreement {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(proposedBy, "proposedBy");
        Objects.requireNonNull(proposedAt, "proposedAt");
        Objects.requireNonNull(status, "status");
        if ((status == AgreementStatus.ACCEPTED) != (goal != null)) {
            throw new IllegalArgumentException("a goal goes with an accepted agreement");
        }
        InvalidInputException.unless(
                status != AgreementStatus.DECLINED || (word != null && !word.isBlank()), "word", "agreement.word");
    }

    Agreement accepted(GoalId becomes, Instant at) {
        return settled(AgreementStatus.ACCEPTED, becomes, null, at);
    }

    Agreement declined(String why, Instant at) {
        return settled(AgreementStatus.DECLINED, null, why, at);
    }

    Agreement withdrawn(Instant at) {
        return settled(AgreementStatus.WITHDRAWN, null, null, at);
    }

    private Agreement settled(AgreementStatus to, @Nullable GoalId becomes, @Nullable String why, Instant at) {
        if (status != AgreementStatus.PROPOSED) throw ConflictException.state("agreement.settled", number, status);
        return new Agreement(number, text, proposal, proposedBy, proposedAt, to, becomes, why, at);
    }
}
