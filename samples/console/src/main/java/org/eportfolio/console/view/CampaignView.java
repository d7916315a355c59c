package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;

/** Campaigns of peer reviews in words. */
public final class CampaignView {
    private CampaignView() {}

    public static StyledText title(Campaign campaign, Lookup lookup) {
        Texts texts = lookup.texts();
        String state = campaign.endedAt(lookup.now())
                ? texts.say("campaign.over")
                : texts.say(campaign.assignedAt() == null ? "campaign.handing-in" : "campaign.reviewing");
        return StyledText.bold(campaign.title())
                .and(", " + texts.say("campaign.until", lookup.dayAndTime(campaign.deadline())) + " : ")
                .and(StyledText.bold(state))
                .and(Selector.marked(campaign.id()));
    }

    public static Result of(Campaign campaign, Lookup lookup) {
        return Result.of(campaign, (screen, texts) -> {
            screen.line(title(campaign, lookup));
            if (!campaign.instructions().isBlank()) screen.line("  " + campaign.instructions());
            screen.line("  " + texts.say(campaign.anonymous() ? "campaign.anonymous" : "campaign.named"));
            for (int i = 0; i < campaign.criteria().size(); i++) {
                Criterion each = campaign.criteria().get(i);
                screen.line(StyledText.of("  " + (i + 1) + ". " + each.question())
                        .and(each.competency() == null ? "" : "  " + each.competency())
                        .and(StyledText.faint(each.levelled() ? "  " + texts.say("campaign.levelled") : "")));
            }
        });
    }

    public static Result handedIn(List<HandIn> handIns, Campaign campaign, Lookup lookup) {
        PersonNames called = PersonNames.of(handIns.stream().flatMap(each -> each.makers().stream()), lookup);
        return Result.of(handIns, (screen, texts) -> {
            screen.line(StyledText.bold(texts.say("campaign.hand-ins", campaign.title())));
            if (handIns.isEmpty()) screen.line("  " + texts.say("campaign.no-hand-in"));
            for (HandIn each : handIns) {
                screen.line("  " + lookup.dayAndTime(each.at()) + "  " + called.names(each.makers()));
            }
        });
    }

    /** Who reviews whom, for teachers. */
    public static Result of(List<ReviewAssignment> assignments, Lookup lookup) {
        PersonNames called = PersonNames.of(
                assignments.stream().flatMap(each -> Stream.of(each.reviewer(), each.reviewed())), lookup);
        return Result.of(assignments, (screen, texts) -> {
            List<StyledText> header = new ArrayList<>();
            for (String key : List.of("campaign.reviewer", "campaign.reviewed", "campaign.state")) {
                header.add(StyledText.bold(texts.say(key)));
            }
            header.add(StyledText.of(""));
            Table table = new Table(header);
            for (ReviewAssignment each : NamedLines.inOrder(assignments, ReviewAssignment::reviewer, called.names())) {
                String state = each.withholding() != null
                        ? texts.say(
                                "review.withheld-because", each.withholding().reason())
                        : texts.say(each.submitted() ? "review.submitted" : "review.to-write");
                table.row(List.of(
                        StyledText.of(called.name(each.reviewer())),
                        StyledText.of(called.name(each.reviewed())),
                        StyledText.of(state),
                        Selector.marked(each.id())));
            }
            table.print(screen);
        });
    }
}
