package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.LEARNER_WHEN_CAMPAIGN_IS_OVER;
import static org.eportfolio.core.internal.kind.Readers.REVIEWER_AND_STAFF;
import static org.eportfolio.core.internal.kind.Readers.STAFF;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.CONTEXT;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.KEPT_AS_IT_STOOD;
import static org.eportfolio.privacy.DataCategory.PEER_REVIEW;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.Set;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Draw;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.spi.Key;

/** Peer reviews: campaigns, what is handed in, who reviews whom, and the reviews. */
public final class PeerKinds {
    static final KindFile KINDS = new KindFile();

    /** One that came along with a dossier may have left its cohort behind. */
    public static final RecordKind<Campaign> CAMPAIGN = KINDS.inOrganisation(
                    "review-campaign", Campaign.class, each -> each.id().value())
            .keys(each -> Set.of(campaign(each.id()), campaignsOf(each.cohort())))
            .revised(Campaign::revision)
            .whenGone(CohortId.class, KEPT_AS_IT_STOOD)
            .called("campaign")
            .partOf(Feature.PEER_REVIEWS)
            .personal(PEER_REVIEW, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<HandIn> HAND_IN = KINDS.inDossier(
                    "review-hand-in", HandIn.class, each -> each.id().value(), HandIn::dossier)
            .keys(each -> Set.of(handInsOf(each.campaign())))
            .called("hand-in")
            .partOf(Feature.PEER_REVIEWS)
            .personal(PEER_REVIEW, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to a campaign: kept under the campaign's own id. */
    public static final RecordKind<Draw> DRAW = KINDS.inOrganisation(
                    "review-draw", Draw.class, each -> each.campaign().value())
            .called("draw")
            .partOf(Feature.PEER_REVIEWS)
            .nothingPersonal()
            .readBy(STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Disclosed to the reviewer only: anyone else would learn from it who wrote. */
    public static final RecordKind<ReviewAssignment> REVIEW_ASSIGNMENT = KINDS.inOrganisation(
                    "review-assignment",
                    ReviewAssignment.class,
                    each -> each.id().value())
            .keys(each -> Set.of(assignmentsOf(each.campaign()), assignmentsTo(each.reviewer())))
            .revised(ReviewAssignment::revision)
            .partOf(Feature.PEER_REVIEWS)
            .personal(PEER_REVIEW, LEARNER)
            .providedBy(ReviewAssignment::reviewer)
            .disclosedOnlyTo(ReviewAssignment::reviewer)
            .exceptionally(DELETE)
            .erased(PSEUDONYMISE)
            .readBy(REVIEWER_AND_STAFF)
            .draftWhile(each -> !each.submitted() && each.remarks() != null)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<Review> REVIEW = KINDS.inDossier(
                    "review", Review.class, each -> each.id().value(), Review::dossier)
            .revised(Review::revision)
            .partOf(Feature.PEER_REVIEWS)
            .personal(PEER_REVIEW, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(LEARNER_WHEN_CAMPAIGN_IS_OVER)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private PeerKinds() {}

    public static Key campaign(CampaignId campaign) {
        return new Key("review-campaign", campaign.toString());
    }

    public static Key campaignsOf(CohortId cohort) {
        return new Key("review-campaign.cohort", cohort.toString());
    }

    public static Key handInsOf(CampaignId campaign) {
        return new Key("review-hand-in.campaign", campaign.toString());
    }

    public static Key assignmentsOf(CampaignId campaign) {
        return new Key("review-assignment.campaign", campaign.toString());
    }

    public static Key assignmentsTo(PersonId reviewer) {
        return new Key("review-assignment.reviewer", reviewer.value());
    }
}
