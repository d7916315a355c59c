package org.eportfolio.peer;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.CampaignId;

/**
 * How the reviews of a campaign were drawn, so that {@link RoundRobin} can repeat it. For teachers only: a reader who knows
 * the seed and the class can work out every author.
 *
 * @param each how many reviews each production gets
 */
public record Draw(CampaignId campaign, long seed, int each, Instant at) {
    public Draw {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(at, "at");
    }
}
