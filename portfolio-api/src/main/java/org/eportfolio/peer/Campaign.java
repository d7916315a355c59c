package org.eportfolio.peer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Peer reviews within a cohort: learners hand in, a teacher assigns, reviewers write until the deadline, and when it is
 * over everybody receives what was written, all at once, so that the moment reveals nothing of the author.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * <p>The deadline is precise to the second and that whole second still counts, as on a clock: with 18:00:00 a review is
 * accepted at 18:00:00.999 and refused at 18:00:01.
 *
 * @param adoption whose scale and competencies the criteria use
 * @param criteria 1 to 8, counted from 1
 * @param openedBy the teacher; any teacher of the cohort may go on with it
 * @param assignedAt when the first reviews were assigned, after which nothing is handed in; {@code null} before
 * @param closedAt when a teacher ended it before its deadline
 * @param revision grows by one with each change
 */
public record Campaign(
        CampaignId id,
        CohortId cohort,
        AdoptionId adoption,
        String title,
        String instructions,
        List<Criterion> criteria,
        Instant deadline,
        boolean anonymous,
        PersonId openedBy,
        Instant openedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant closedAt,
        int revision) {
    /** The maximum number of criteria. */
    public static final int MOST_CRITERIA = 8;
    /** The minimum number of possible reviewers of a production in an anonymous campaign: with fewer, the learner could guess who wrote. */
    public static final int FEWEST_ANONYMOUS = 5;

    public Campaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(instructions, "instructions");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(openedBy, "openedBy");
        Objects.requireNonNull(openedAt, "openedAt");
        criteria = List.copyOf(criteria);
        InvalidInputException.unless(
                !criteria.isEmpty() && criteria.size() <= MOST_CRITERIA,
                "criteria",
                "campaign.criteria",
                MOST_CRITERIA,
                criteria.size());
        InvalidInputException.unless(
                deadline.equals(deadline.truncatedTo(ChronoUnit.SECONDS)), "deadline", "campaign.fraction", deadline);
    }

    /** The last second, or the moment at which it was ended, that counts. */
    public Instant lastAccepted() {
        return closedAt != null ? closedAt : deadline;
    }

    /** The first instant at which nothing more is accepted, and at which what was written is shown. */
    public Instant endsAt() {
        return closedAt != null ? closedAt : deadline.plusSeconds(1);
    }

    /** Whether it is over. */
    public boolean endedAt(Instant at) {
        return !at.isBefore(endsAt());
    }

    /** Refuses what comes after the end. */
    public void requireRunning(Instant at) {
        if (endedAt(at)) throw ConflictException.state("campaign.ended", title, lastAccepted());
    }

    /** Refuses what is handed in after the end, or once reviews are assigned. */
    public void requireHandingIn(Instant at) {
        requireRunning(at);
        if (assignedAt != null) throw ConflictException.state("campaign.assigned", title, assignedAt);
    }

    /** Refuses anonymity where too few could have written. */
    public void requireEnough(int possibleReviewers) {
        InvalidInputException.unless(
                !anonymous || possibleReviewers >= FEWEST_ANONYMOUS,
                "anonymous",
                "campaign.too-few-to-hide",
                FEWEST_ANONYMOUS,
                possibleReviewers);
    }

    /** A copy to which reviews are assigned at this time; this campaign itself if some were assigned before. */
    public Campaign asAssigned(Instant at) {
        requireRunning(at);
        return assignedAt != null ? this : with(deadline, at, null);
    }

    /** The campaign with another deadline; only while it runs, and not into the past. */
    public Campaign withDeadline(Instant until, Instant at) {
        requireRunning(at);
        InvalidInputException.unless(until.isAfter(at), "deadline", "campaign.past", until);
        return with(until, assignedAt, null);
    }

    /** The campaign ended now, before its deadline. */
    public Campaign asClosed(Instant at) {
        requireRunning(at);
        return with(deadline, assignedAt, at);
    }

    private Campaign with(Instant until, @Nullable Instant assigned, @Nullable Instant closed) {
        return new Campaign(
                id,
                cohort,
                adoption,
                title,
                instructions,
                criteria,
                until,
                anonymous,
                openedBy,
                openedAt,
                assigned,
                closed,
                revision + 1);
    }
}
