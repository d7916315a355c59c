package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
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
    private static Map<CampaignId, Campaign> campaigns(Stream<CampaignId> ids, Finding finding) {
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        ids.distinct()
                .forEach(id -> campaigns.put(id, finding.desk().campaigns().get(id)));
        return campaigns;
    }

    /** What the actor has to review, with what they wrote so far. */
    public static Shown assigned(List<ReviewAssignment> assigned, Finding finding) {
        Map<CampaignId, Campaign> campaigns = campaigns(assigned.stream().map(ReviewAssignment::campaign), finding);
        Called called = Called.of(assigned.stream().map(ReviewAssignment::reviewed), finding);
        return new Shown(assigned, (screen, texts) -> {
            if (assigned.isEmpty()) screen.line(texts.say("review.nothing-assigned"));
            for (ReviewAssignment each : assigned) {
                Campaign campaign = Objects.requireNonNull(campaigns.get(each.campaign()));
                screen.line(Words.bold(called.name(each.reviewed()))
                        .and(", " + campaign.title() + " : ")
                        .and(Words.bold(texts.say(
                                each.submitted()
                                        ? "review.submitted"
                                        : each.remarks() == null ? "review.to-write" : "review.draft")))
                        .and(Pick.marked(each.id())));
                Remarks remarks = each.remarks();
                if (remarks != null) remarks(remarks, campaign, finding, screen);
            }
        });
    }

    public static Shown received(List<Review> reviews, List<PeerLevels> levels, Finding finding) {
        Map<CampaignId, Campaign> campaigns = campaigns(reviews.stream().map(Review::campaign), finding);
        Called called = Called.of(reviews.stream().map(Review::reviewer).filter(Objects::nonNull), finding);
        return new Shown(Fields.of("reviews", reviews, "levels", levels), (screen, texts) -> {
            if (reviews.isEmpty()) screen.line(texts.say("review.none"));
            for (Review each : reviews) {
                Campaign campaign = Objects.requireNonNull(campaigns.get(each.campaign()));
                screen.line(Words.bold(texts.say("review.peer", each.peer()))
                        .and(each.reviewer() == null ? "" : ", " + called.name(each.reviewer()))
                        .and(Words.faint("  " + campaign.title()))
                        .and(Pick.marked(each.id())));
                if (each.remarks() == null) screen.line("  " + texts.say("review.is-withheld"));
                else remarks(each.remarks(), campaign, finding, screen);
                Review.Reply reply = each.reply();
                if (reply != null) screen.line("  " + texts.say("review.reply", reply.text()));
                Review.Usefulness usefulness = each.usefulness();
                if (usefulness != null) screen.line("  " + texts.say("review.usefulness", usefulness));
            }
            counts(levels, screen, texts);
        });
    }

    private static void remarks(Remarks remarks, Campaign campaign, Finding finding, Screen screen) {
        Texts texts = finding.texts();
        if (remarks.strength() != null) screen.line("  " + texts.say("review.strength", remarks.strength()));
        Scales scales = Scales.of(finding);
        for (Remarks.OnCriterion each : remarks.onCriteria()) {
            String question = campaign.criteria().get(each.criterion() - 1).question();
            LevelId level = each.level();
            screen.line(Words.of("  " + each.criterion() + ". ")
                    .and(Words.faint(question + " "))
                    .and(each.text())
                    .and(level == null ? Words.of("") : Words.of("  ").and(scales.level(level, campaign.adoption()))));
        }
    }

    /** How many peers gave each level: a count, never a mean. */
    private static void counts(List<PeerLevels> levels, Screen screen, Texts texts) {
        if (levels.isEmpty()) return;
        screen.blank();
        screen.line(Words.bold(texts.say("review.counts")));
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
