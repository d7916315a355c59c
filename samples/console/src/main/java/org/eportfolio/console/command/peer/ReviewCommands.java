package org.eportfolio.console.command.peer;

import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.view.CampaignView;
import org.eportfolio.console.view.ReviewView;
import org.eportfolio.console.view.Shown;
import org.eportfolio.console.view.VersionView;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.LevelId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.PeerLevels;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Peer reviews: written, received, answered, withheld. */
@Command(name = "review", synopsisSubcommandLabel = "COMMAND")
public final class ReviewCommands extends Commands {
    public ReviewCommands(Session session) {
        super(session);
    }

    /** What is said on one criterion. */
    static final class Saying {
        @Option(names = "--on", paramLabel = "CRITERION", required = true)
        int criterion;

        @Option(names = "--says", paramLabel = "TEXT", required = true)
        String text = "";

        @Option(names = "--level", paramLabel = "LEVEL")
        @Nullable
        String level;

        Remarks.OnCriterion said() {
            return new Remarks.OnCriterion(criterion, text, level == null ? null : LevelId.of(level));
        }
    }

    @Command(name = "assigned")
    int assigned() throws Exception {
        return show(finding -> ReviewView.assigned(mine(finding), finding));
    }

    @Command(name = "work")
    int work(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String assignment) throws Exception {
        return show(finding -> {
            Version work = finding.desk()
                    .reviews()
                    .work(pick(assignment, mine(finding), finding).id());
            return new Shown(work, (screen, texts) -> VersionView.print(work, screen, texts));
        });
    }

    @Command(name = "write")
    int write(
            @Parameters(index = "0", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--strength", paramLabel = "TEXT") @Nullable String strength,
            @ArgGroup(exclusive = false, multiplicity = "0..*") @Nullable List<Saying> saying,
            @Option(names = "--draft") boolean draft)
            throws Exception {
        return show(finding -> {
            ReviewAssignment assignment = pick(called, mine(finding), finding);
            Remarks remarks = new Remarks(
                    strength, given(saying).stream().map(Saying::said).toList());
            ReviewAssignment written = draft
                    ? finding.desk().reviews().save(assignment, remarks)
                    : finding.desk().reviews().submit(assignment.id(), remarks);
            return ReviewView.assigned(List.of(written), finding);
        });
    }

    /** Submits the draft as it stands. */
    @Command(name = "submit")
    int submit(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return show(finding -> ReviewView.assigned(
                List.of(finding.desk().reviews().submit(pick(called, mine(finding), finding))), finding));
    }

    @Command(name = "delivered")
    int delivered(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return show(finding -> {
            Review review = finding.desk()
                    .reviews()
                    .delivered(pick(called, mine(finding), finding).id());
            return ReviewView.received(List.of(review), List.of(), finding);
        });
    }

    @Command(name = "show")
    int show(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            List<PeerLevels> levels = own.desk().reviews().levels(own.id());
            return ReviewView.received(received(own), levels, own.finding());
        });
    }

    @Command(name = "reply")
    int reply(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(whose, own -> {
            Review replied =
                    own.desk().reviews().reply(own.id(), pick(review, own).id(), text);
            return ReviewView.received(List.of(replied), List.of(), own.finding());
        });
    }

    @Command(name = "rate")
    int rate(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "USEFULNESS") Review.Usefulness usefulness)
            throws Exception {
        return show(whose, own -> {
            Review rated = own.desk().reviews().rate(own.id(), pick(review, own).id(), usefulness);
            return ReviewView.received(List.of(rated), List.of(), own.finding());
        });
    }

    @Command(name = "withhold")
    int withhold(
            @Mixin CampaignOf which,
            @Parameters(index = "2", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            ReviewAssignment assignment = pick(called, CampaignCommands.assignments(campaign, finding), finding);
            return CampaignView.of(List.of(finding.desk().reviews().withhold(assignment.id(), reason)), finding);
        });
    }

    private static List<ReviewAssignment> mine(Finding finding) {
        return Pages.all(finding.desk().reviews()::assigned);
    }

    private static ReviewAssignment pick(String called, List<ReviewAssignment> all, Finding finding) {
        return new Pick<>(all, ReviewAssignment::id, each -> each.reviewed().value(), finding.texts()).named(called);
    }

    private static List<Review> received(Things own) {
        return own.all(own.desk().reviews()::received);
    }

    private static Review pick(String called, Things own) {
        return own.pick(received(own), Review::id, each -> own.texts().say("review.peer", each.peer()))
                .named(called);
    }
}
