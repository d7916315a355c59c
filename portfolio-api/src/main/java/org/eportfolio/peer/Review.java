package org.eportfolio.peer;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A review as the reviewed learner receives it, kept in their dossier. It holds neither the author of an anonymous
 * review, nor the time of writing, nor the text of one that was withheld, so that no reader and no export can reveal them.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param id random, and so is the order of a dossier's reviews
 * @param dossier of the reviewed learner
 * @param peer "peer 1", "peer 2" …: the same for ever, and unrelated to the numbers elsewhere
 * @param reviewer who wrote it; {@code null} in an anonymous campaign
 * @param remarks {@code null} exactly when it is withheld
 * @param withheld whether a teacher withheld it as abuse
 * @param reply the reviewed learner's; once
 * @param usefulness the reviewed learner's word on the review, never on the person
 * @param revision grows by one with each change
 */
public record Review(
        ReviewId id,
        CampaignId campaign,
        HandInId handIn,
        DossierId dossier,
        int peer,
        @Nullable PersonId reviewer,
        @Nullable Remarks remarks,
        boolean withheld,
        @Nullable Reply reply,
        @Nullable Usefulness usefulness,
        int revision) {
    /** What the reviewed learner has to say to it. */
    public record Reply(String text, Instant at) {
        public Reply {
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
        }
    }

    /** How much a review helped. */
    public enum Usefulness {
        NOT_USEFUL,
        A_LITTLE,
        USEFUL,
        VERY_USEFUL
    }

    public Review {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(handIn, "handIn");
        Objects.requireNonNull(dossier, "dossier");
        if (withheld != (remarks == null)) throw new IllegalArgumentException("a review is withheld, or has a text");
    }

    /** The review with the learner's reply; there is one. */
    public Review withReply(Reply given) {
        requireShown();
        if (reply != null) throw ConflictException.state("review.replied", reply.at());
        return with(remarks, given, usefulness);
    }

    /** The review with what the learner says of its usefulness, in place of what they said before. */
    public Review withUsefulness(Usefulness word) {
        requireShown();
        return with(remarks, reply, Objects.requireNonNull(word, "usefulness"));
    }

    /** The review without its text, which stays with the assignment. */
    public Review withoutText() {
        return with(null, reply, usefulness);
    }

    private void requireShown() {
        if (withheld) throw ConflictException.state("review.is-withheld");
    }

    private Review with(@Nullable Remarks text, @Nullable Reply given, @Nullable Usefulness word) {
        return new Review(id, campaign, handIn, dossier, peer, reviewer, text, text == null, given, word, revision + 1);
    }
}
