package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;

/** Campaigns of peer reviews in words. */
public final class CampaignView {
    private CampaignView() {}

    public static Words title(Campaign campaign, Finding finding) {
        Texts texts = finding.texts();
        String state = campaign.endedAt(finding.now())
                ? texts.say("campaign.over")
                : texts.say(campaign.assignedAt() == null ? "campaign.handing-in" : "campaign.reviewing");
        return Words.bold(campaign.title())
                .and(", " + texts.say("campaign.until", Moments.told(campaign.deadline(), finding)) + " : ")
                .and(Words.bold(state))
                .and(Pick.marked(campaign.id()));
    }

    public static Shown of(Campaign campaign, Finding finding) {
        return new Shown(campaign, (screen, texts) -> {
            screen.line(title(campaign, finding));
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

    public static Shown handedIn(List<HandIn> handIns, Campaign campaign, Finding finding) {
        Called called = Called.of(handIns.stream().flatMap(each -> each.makers().stream()), finding);
        return new Shown(handIns, (screen, texts) -> {
            screen.line(Words.bold(texts.say("campaign.hand-ins", campaign.title())));
            if (handIns.isEmpty()) screen.line("  " + texts.say("campaign.no-hand-in"));
            for (HandIn each : handIns) {
                screen.line("  " + Moments.told(each.at(), finding) + "  "
                        + called.names(each.makers().stream().sorted().toList()));
            }
        });
    }

    /** Who reviews whom, for teachers. */
    public static Shown of(List<ReviewAssignment> assignments, Finding finding) {
        Called called =
                Called.of(assignments.stream().flatMap(each -> Stream.of(each.reviewer(), each.reviewed())), finding);
        return new Shown(assignments, (screen, texts) -> {
            List<Words> header = new ArrayList<>();
            for (String key : List.of("campaign.reviewer", "campaign.reviewed", "campaign.state")) {
                header.add(Words.bold(texts.say(key)));
            }
            header.add(Words.of(""));
            Table table = new Table(header);
            for (ReviewAssignment each : assignments) {
                String state = each.withholding() != null
                        ? texts.say(
                                "review.withheld-because", each.withholding().reason())
                        : texts.say(each.submitted() ? "review.submitted" : "review.to-write");
                table.row(List.of(
                        Words.of(called.name(each.reviewer())),
                        Words.of(called.name(each.reviewed())),
                        Words.of(state),
                        Pick.marked(each.id())));
            }
            table.print(screen);
        });
    }
}
