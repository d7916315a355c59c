package org.eportfolio.peer;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One learner's task of reviewing one production, and the only record of who wrote an anonymous review. Kept with the
 * organisation, so that nothing in the reviewed learner's dossier leads to the reviewer. Read by the reviewer and by the
 * cohort's teachers, who do not see drafts.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param dossier of the reviewed learner
 * @param peer by which number the reviewed learner knows the reviewer, from 1; means nothing for any other production
 * @param remarks the reviewer's own copy: a draft until submitted, then unchanged for ever
 * @param review what the reviewed learner receives; {@code null} until submitted
 * @param withholding {@code null} unless a teacher withheld it
 * @param revision grows by one with each change
 */
public record ReviewAssignment(
        ReviewAssignmentId id,
        CampaignId campaign,
        HandInId handIn,
        DossierId dossier,
        PersonId reviewed,
        PersonId reviewer,
        int peer,
        @Nullable Remarks remarks,
        @Nullable ReviewId review,
        @Nullable Instant submittedAt,
        @Nullable Withholding withholding,
        int revision) {
    /** Why a review does not reach its learner; for its author and the teachers. */
    public record Withholding(PersonId by, Role role, String reason, Instant at) {
        public Withholding {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!reason.isBlank(), "reason", "review.withheld-without-reason");
        }
    }

    public ReviewAssignment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(handIn, "handIn");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(reviewed, "reviewed");
        Objects.requireNonNull(reviewer, "reviewer");
        InvalidInputException.unless(!reviewer.equals(reviewed), "reviewer", "review.of-oneself", reviewer);
        if ((review == null) != (submittedAt == null) || (review != null && remarks == null)) {
            throw new IllegalArgumentException("a submitted review has a text, an id and a time");
        }
    }

    /** Whether it was submitted, after which it never changes. */
    public boolean submitted() {
        return review != null;
    }

    /** The assignment with this draft in place of the one before. */
    public ReviewAssignment withDraft(Remarks draft) {
        requireOpen();
        return with(draft, null, null, null);
    }

    /** The assignment once its review is submitted. */
    public ReviewAssignment asSubmitted(Remarks text, ReviewId as, Instant at) {
        requireOpen();
        text.requireStrength();
        return with(text, as, at, null);
    }

    private void requireOpen() {
        if (submittedAt != null) throw ConflictException.state("review.submitted", submittedAt);
    }

    /** The assignment once a teacher has withheld its review. */
    public ReviewAssignment asWithheld(Withholding why) {
        if (!submitted()) throw ConflictException.state("review.not-submitted");
        if (withholding != null) throw ConflictException.state("review.already-withheld");
        return with(remarks, review, submittedAt, why);
    }

    /** As teachers see it: what is not submitted is the reviewer's own affair. */
    public ReviewAssignment withoutDraft() {
        if (submitted()) return this;
        return new ReviewAssignment(
                id, campaign, handIn, dossier, reviewed, reviewer, peer, null, null, null, null, revision);
    }

    private ReviewAssignment with(
            @Nullable Remarks text, @Nullable ReviewId as, @Nullable Instant at, @Nullable Withholding why) {
        return new ReviewAssignment(
                id, campaign, handIn, dossier, reviewed, reviewer, peer, text, as, at, why, revision + 1);
    }
}
