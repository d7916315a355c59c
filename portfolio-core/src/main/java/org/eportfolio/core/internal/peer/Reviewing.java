package org.eportfolio.core.internal.peer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Key;

/**
 * When reviewers read what was handed in: while the campaign runs, and while both they and the learner whose work it is
 * are in its cohort. Of an anonymous campaign it is told as if the reviewers stayed: a reader who is gone on the day on which
 * a classmate left the class would have a name.
 */
public record Reviewing(Map<CampaignId, Campaign> campaigns, List<Membership> memberships) {
    /** Two readings, however many assignments. */
    public static Reviewing of(Collection<ReviewAssignment> assignments, Predicate<UUID> there, Work work) {
        if (assignments.isEmpty()) return new Reviewing(Map.of(), List.of());
        Set<Key> campaigns = new HashSet<>();
        Set<Key> people = new HashSet<>();
        for (ReviewAssignment each : assignments) {
            campaigns.add(PeerKinds.campaign(each.campaign()));
            people.add(SchoolKinds.membershipsOf(each.reviewer()));
            people.add(SchoolKinds.membershipsOf(each.reviewed()));
        }
        Map<CampaignId, Campaign> found = new HashMap<>();
        work.whereAny(PeerKinds.CAMPAIGN, campaigns).forEach(each -> found.put(each.id(), each));
        return new Reviewing(
                found,
                work.whereAny(SchoolKinds.MEMBERSHIP, people).stream()
                        .filter(each -> there.test(each.id().value()))
                        .toList());
    }

    /** Whether it is told that the reviewer of this assignment reads the work at this instant. */
    public boolean opens(ReviewAssignment assignment, Instant at) {
        Campaign campaign = campaigns.get(assignment.campaign());
        return campaign != null
                && !at.isBefore(campaign.openedAt())
                && !campaign.endedAt(at)
                && learns(assignment.reviewed(), campaign.cohort(), at)
                && (campaign.anonymous() || learns(assignment.reviewer(), campaign.cohort(), at));
    }

    /** Whether the learner whose work it is is still in the campaign's cohort. */
    public boolean isStillThere(ReviewAssignment assignment, Instant at) {
        Campaign campaign = campaigns.get(assignment.campaign());
        return campaign != null && learns(assignment.reviewed(), campaign.cohort(), at);
    }

    private boolean learns(PersonId person, CohortId cohort, Instant at) {
        return memberships.stream()
                .anyMatch(each -> each.learner().equals(person)
                        && each.cohort().equals(cohort)
                        && each.period().holdsAt(at));
    }
}
