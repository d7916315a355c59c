package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.PeerLevels;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;

/** Peer reviews in words. Who wrote stands there only where the campaign names its reviewers. */
public final class ReviewView {
    private ReviewView() {}

    /** Campaigns with their scales, each read once. */
    private static Map<CampaignId, Campaign> campaigns(Stream<CampaignId> ids, Lookup lookup) {
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        ids.distinct().forEach(id -> campaigns.put(id, lookup.desk().campaigns().get(id)));
        return campaigns;
    }

    /** What the actor has to review, with what they wrote so far. */
    public static Result assigned(List<ReviewAssignment> assigned, Lookup lookup) {
        Map<CampaignId, Campaign> campaigns = campaigns(assigned.stream().map(ReviewAssignment::campaign), lookup);
        PersonNames called = PersonNames.of(assigned.stream().map(ReviewAssignment::reviewed), lookup);
        return Result.of(assigned, (screen, texts) -> {
            if (assigned.isEmpty()) screen.line(texts.say("review.nothing-assigned"));
            for (ReviewAssignment each : assigned) {
                Campaign campaign = Objects.requireNonNull(campaigns.get(each.campaign()));
                screen.line(StyledText.bold(called.name(each.reviewed()))
                        .and(", " + campaign.title() + " : ")
                        .and(StyledText.bold(texts.say(
                                each.submitted()
                                        ? "review.submitted"
                                        : each.remarks() == null ? "review.to-write" : "review.draft")))
                        .and(Selector.marked(each.id())));
                Remarks remarks = each.remarks();
                if (remarks != null) remarks(remarks, campaign, lookup, screen);
            }
        });
    }

    /** What {@code --json} writes. */
    public record ReceivedReviews(List<Review> reviews, List<PeerLevels> levels) {}

    public static Result received(List<Review> reviews, List<PeerLevels> levels, Lookup lookup) {
        Map<CampaignId, Campaign> campaigns = campaigns(reviews.stream().map(Review::campaign), lookup);
        PersonNames called =
                PersonNames.of(reviews.stream().map(Review::reviewer).filter(Objects::nonNull), lookup);
        return Result.of(new ReceivedReviews(reviews, levels), (screen, texts) -> {
            if (reviews.isEmpty()) screen.line(texts.say("review.none"));
            for (Review each : reviews) {
                Campaign campaign = Objects.requireNonNull(campaigns.get(each.campaign()));
                screen.line(StyledText.bold(texts.say("review.peer", each.peer()))
                        .and(each.reviewer() == null ? "" : ", " + called.name(each.reviewer()))
                        .and(StyledText.faint("  " + campaign.title()))
                        .and(Selector.marked(each.id())));
                if (each.remarks() == null) screen.line("  " + texts.say("review.is-withheld"));
                else remarks(each.remarks(), campaign, lookup, screen);
                Review.Reply reply = each.reply();
                if (reply != null) screen.line("  " + texts.say("review.reply", reply.text()));
                Review.Usefulness usefulness = each.usefulness();
                if (usefulness != null) screen.line("  " + texts.say("review.usefulness", usefulness));
            }
            counts(levels, screen, texts);
        });
    }

    private static void remarks(Remarks remarks, Campaign campaign, Lookup lookup, Screen screen) {
        Texts texts = lookup.texts();
        if (remarks.strength() != null) screen.line("  " + texts.say("review.strength", remarks.strength()));
        Scales scales = Scales.of(lookup);
        for (Remarks.OnCriterion each : remarks.onCriteria()) {
            String question = campaign.criteria().get(each.criterion() - 1).question();
            LevelId level = each.level();
            screen.line(StyledText.of("  " + each.criterion() + ". ")
                    .and(StyledText.faint(question + " "))
                    .and(each.text())
                    .and(
                            level == null
                                    ? StyledText.of("")
                                    : StyledText.of("  ").and(scales.level(level, campaign.adoption()))));
        }
    }

    /** How many peers gave each level: a count, never a mean. */
    private static void counts(List<PeerLevels> levels, Screen screen, Texts texts) {
        if (levels.isEmpty()) return;
        screen.blank();
        screen.line(StyledText.bold(texts.say("review.counts")));
        for (PeerLevels each : levels) {
            List<String> counts = new ArrayList<>();
            for (PeerLevels.Count count : each.counts()) {
                if (count.peers() > 0) {
                    counts.add(count.level().symbol() + " " + count.level().label() + " × " + count.peers());
                }
            }
            screen.line("  " + each.question() + " "
                    + (counts.isEmpty()
                            ? texts.say("sheet.nothing")
                            : counts.stream().collect(Collectors.joining(", "))));
        }
    }
}
