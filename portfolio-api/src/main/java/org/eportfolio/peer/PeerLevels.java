package org.eportfolio.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.HandInId;
import org.jspecify.annotations.Nullable;

/**
 * How many peers gave each level on one criterion: a count, never a mean.
 *
 * @param criterion counted from 1
 * @param counts every level of the scale, the lowest first, those that no reviewer gave included
 */
public record PeerLevels(
        CampaignId campaign,
        HandInId handIn,
        int criterion,
        String question,
        @Nullable Code competency,
        List<Count> counts) {
    /** How many peers gave this level. */
    public record Count(Level level, int peers) {
        public Count {
            Objects.requireNonNull(level, "level");
        }
    }

    public PeerLevels {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(handIn, "handIn");
        Objects.requireNonNull(question, "question");
        counts = List.copyOf(counts);
    }

    /**
     * The counts of one production, for each criterion on which a level is asked for; withheld reviews count nowhere.
     *
     * @param reviews of one production
     */
    public static List<PeerLevels> of(Campaign campaign, HandInId handIn, List<Review> reviews, Scale scale) {
        List<PeerLevels> all = new ArrayList<>();
        for (int i = 0; i < campaign.criteria().size(); i++) {
            Criterion criterion = campaign.criteria().get(i);
            if (!criterion.levelled()) continue;
            int number = i + 1;
            List<Count> counts = scale.levels().stream()
                    .map(level -> new Count(level, count(reviews, number, level)))
                    .toList();
            all.add(new PeerLevels(
                    campaign.id(), handIn, number, criterion.question(), criterion.competency(), counts));
        }
        return all;
    }

    private static int count(List<Review> reviews, int criterion, Level level) {
        int peers = 0;
        for (Review review : reviews) {
            Remarks remarks = review.remarks();
            if (remarks == null) continue;
            for (Remarks.OnCriterion said : remarks.onCriteria()) {
                if (said.criterion() == criterion && level.id().equals(said.level())) peers++;
            }
        }
        return peers;
    }
}
