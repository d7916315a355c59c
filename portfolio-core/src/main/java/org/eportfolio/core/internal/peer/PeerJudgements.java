package org.eportfolio.core.internal.peer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** What reviews amount to once their campaign is over. */
public final class PeerJudgements {
    private PeerJudgements() {}

    public static Campaign campaign(CampaignId id, Work work) {
        return work.find(PeerKinds.CAMPAIGN, Scope.ORGANISATION, id.value())
                .orElseThrow(() -> new NotFoundException("campaign", id));
    }

    /** The campaigns of these reviews that are over; one reading. */
    public static Map<CampaignId, Campaign> ended(Collection<Review> reviews, Work work) {
        List<Key> keys = reviews.stream()
                .map(Review::campaign)
                .distinct()
                .map(PeerKinds::campaign)
                .toList();
        return work.whereAny(PeerKinds.CAMPAIGN, keys).stream()
                .filter(each -> each.endedAt(work.now()))
                .collect(Collectors.toMap(Campaign::id, each -> each, (one, other) -> one, HashMap::new));
    }

    /**
     * The levels that peers gave on competencies, as judgements of the day on which the campaign ended. They are worked
     * out from the reviews on each reading and kept nowhere else, so they name no author and no time of writing, end with
     * a review that is withheld, and cannot count in a teacher's positioning. Two readings.
     */
    public static List<Assessment> judgements(DossierId dossier, Work work) {
        List<Review> reviews = work.list(PeerKinds.REVIEW, DossierKinds.scope(dossier));
        return judgements(reviews, ended(reviews, work), work.zone());
    }

    /** The same from what was read already. */
    public static List<Assessment> judgements(List<Review> reviews, Map<CampaignId, Campaign> ended, ZoneId zone) {
        List<Assessment> judgements = new ArrayList<>();
        for (Review review : reviews) {
            Campaign campaign = ended.get(review.campaign());
            Remarks remarks = review.remarks();
            if (campaign == null || remarks == null) continue;
            for (Remarks.OnCriterion said : remarks.onCriteria()) {
                Criterion criterion = campaign.criteria().get(said.criterion() - 1);
                Code competency = criterion.competency();
                LevelId level = said.level();
                if (competency != null && level != null) {
                    judgements.add(judgement(review, campaign, said, criterion, zone));
                }
            }
        }
        return judgements;
    }

    private static Assessment judgement(
            Review review, Campaign campaign, Remarks.OnCriterion said, Criterion criterion, ZoneId zone) {
        String name = "peer " + review.id() + " " + said.criterion();
        return new Assessment(
                new AssessmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                review.dossier(),
                campaign.adoption(),
                Objects.requireNonNull(criterion.competency()),
                Perspective.PEER,
                Outcome.LEVEL,
                said.level(),
                pseudonym(review),
                Role.LEARNER,
                LocalDate.ofInstant(campaign.lastAccepted(), zone),
                campaign.endsAt(),
                said.text().isBlank() ? criterion.question() : said.text(),
                null,
                null,
                List.of(),
                null,
                null,
                false);
    }

    /** An id of no one: tutors and representatives read progress too, and must not learn who reviewed. */
    private static PersonId pseudonym(Review review) {
        return PersonId.of("peer " + review.peer() + " of " + review.handIn());
    }
}
