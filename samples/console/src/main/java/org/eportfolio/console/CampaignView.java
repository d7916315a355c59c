package org.eportfolio.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.ReviewAssignment;

/** Campaigns of peer reviews in words. */
final class CampaignView {
    private CampaignView() {}

    static Words title(Campaign campaign, AtDesk at) {
        Texts texts = at.texts();
        String state = campaign.endedAt(at.school().clock().instant())
                ? texts.say("campaign.over")
                : texts.say(campaign.assignedAt() == null ? "campaign.handing-in" : "campaign.reviewing");
        return Words.bold(campaign.title())
                .and(", " + texts.say("campaign.until", at.moment(campaign.deadline())) + " : ")
                .and(Words.bold(state));
    }

    static Shown of(Campaign campaign, AtDesk at) {
        return new Shown(Facts.of("campaign", campaign), (screen, texts) -> {
            screen.line(title(campaign, at));
            if (!campaign.instructions().isBlank()) screen.line("  " + campaign.instructions());
            screen.line("  " + texts.say(campaign.anonymous() ? "campaign.anonymous" : "campaign.named"));
            for (int i = 0; i < campaign.criteria().size(); i++) {
                Criterion each = campaign.criteria().get(i);
                screen.line(Words.of("  " + (i + 1) + ". " + each.question())
                        .and(each.competency() == null ? "" : "  " + each.competency())
                        .and(Words.faint(each.levelled() ? "  " + texts.say("campaign.levelled") : "")));
            }
        });
    }

    /** Who reviews whom, for teachers. */
    static Shown of(List<ReviewAssignment> assignments, AtDesk at) {
        AtDesk.Called called =
                at.called(assignments.stream().flatMap(each -> Stream.of(each.reviewer(), each.reviewed())));
        return new Shown(Facts.of("assignments", assignments), (screen, texts) -> {
            List<Words> header = new ArrayList<>();
            for (String key : List.of("campaign.number", "campaign.reviewer", "campaign.reviewed", "campaign.state")) {
                header.add(Words.bold(texts.say(key)));
            }
            Table table = new Table(header);
            for (int i = 0; i < assignments.size(); i++) {
                ReviewAssignment each = assignments.get(i);
                String state = each.withholding() != null
                        ? texts.say("review.withheld-because", each.withholding().reason())
                        : texts.say(each.submitted() ? "review.submitted" : "review.to-write");
                table.row(List.of(
                        Words.of(Integer.toString(i + 1)),
                        Words.of(called.name(each.reviewer())),
                        Words.of(called.name(each.reviewed())),
                        Words.of(state)));
            }
            table.print(screen);
        });
    }
}
