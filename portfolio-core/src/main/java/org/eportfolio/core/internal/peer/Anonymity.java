package org.eportfolio.core.internal.peer;

import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.ReviewAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Who learns who wrote a review. In an anonymous campaign the reviewed learner does not: neither the review in their dossier
 * nor the journal of that dossier names the reviewer. The assignment, which does, is kept with the organisation and disclosed
 * to the reviewer alone ({@link org.eportfolio.core.internal.kind.PeerKinds}); teachers see it. A campaign is anonymous only
 * with enough reviewers ({@link Campaign}).
 */
public final class Anonymity {
    private Anonymity() {}

    /** The author that stands in the review which the learner receives; {@code null} for none. */
    public static @Nullable PersonId authorIn(Campaign campaign, ReviewAssignment assignment) {
        return campaign.anonymous() ? null : assignment.reviewer();
    }

    /**
     * The person whom the reviewed learner's journal names; {@code null} for none. There is no alias either: it would be
     * theirs in every other entry of the same chain too.
     */
    public static @Nullable PersonId actorIn(Campaign campaign, PersonId reviewer) {
        return campaign.anonymous() ? null : reviewer;
    }
}
