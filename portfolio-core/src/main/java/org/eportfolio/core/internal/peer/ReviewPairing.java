package org.eportfolio.core.internal.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.ReviewAssignment;

/**
 * Turns pairs into assignments. Two readings, however many learners.
 *
 * @param learners of the cohort now: all who may review
 * @param handIns by their author
 * @param taken the pairs there are already
 * @param numbers the last peer number of each production
 */
public record ReviewPairing(
        Campaign campaign,
        Set<PersonId> learners,
        Map<PersonId, HandIn> handIns,
        Set<Pair> taken,
        Map<PersonId, Integer> numbers,
        Work work) {
    public static ReviewPairing of(Campaign campaign, Set<PersonId> learners, Work work) {
        Map<PersonId, HandIn> handIns = new HashMap<>();
        for (HandIn each : work.where(PeerKinds.HAND_IN, PeerKinds.handInsOf(campaign.id()))) {
            if (learners.contains(each.author())) handIns.put(each.author(), each);
        }
        InvalidInputException.unless(!handIns.isEmpty(), "campaign", "campaign.nothing-handed-in", campaign.title());
        Set<Pair> taken = new HashSet<>();
        Map<PersonId, Integer> numbers = new HashMap<>();
        for (ReviewAssignment each : work.where(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsOf(campaign.id()))) {
            taken.add(new Pair(each.reviewer(), each.reviewed()));
            numbers.merge(each.reviewed(), each.peer(), Math::max);
        }
        return new ReviewPairing(campaign, learners, handIns, taken, numbers, work);
    }

    /** Who made each production, by its author. */
    public Map<PersonId, Set<PersonId>> makers() {
        Map<PersonId, Set<PersonId>> makers = new HashMap<>();
        handIns.forEach((author, handIn) -> makers.put(author, handIn.makers()));
        return makers;
    }

    /** Writes the assignments; all of the pairs, or a refusal. */
    public List<ReviewAssignment> assign(List<Pair> pairs) {
        List<ReviewAssignment> made = new ArrayList<>();
        for (Pair pair : pairs) {
            HandIn handIn = checked(pair);
            ReviewAssignment assignment = new ReviewAssignment(
                    new ReviewAssignmentId(work.newId()),
                    campaign.id(),
                    handIn.id(),
                    handIn.dossier(),
                    pair.reviewed(),
                    pair.reviewer(),
                    numbers.merge(pair.reviewed(), 1, Integer::sum),
                    null,
                    null,
                    null,
                    null,
                    1);
            work.put(PeerKinds.REVIEW_ASSIGNMENT, assignment);
            made.add(assignment);
        }
        return made;
    }

    private HandIn checked(Pair pair) {
        for (PersonId each : List.of(pair.reviewer(), pair.reviewed())) {
            InvalidInputException.unless(learners.contains(each), "pairs", "campaign.strangers", each);
        }
        HandIn handIn = handIns.get(pair.reviewed());
        if (handIn == null) throw InvalidInputException.because("pairs", "campaign.not-handed-in", pair.reviewed());
        InvalidInputException.unless(
                !handIn.makers().contains(pair.reviewer()), "pairs", "review.of-co-author", pair.reviewer());
        campaign.requireEnough((int) learners.stream()
                .filter(each -> !handIn.makers().contains(each))
                .count());
        if (!taken.add(pair)) throw ConflictException.state("review.assigned-twice", pair.reviewer(), pair.reviewed());
        return handIn;
    }
}
