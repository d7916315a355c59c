package org.eportfolio.console.command.peer;

import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.view.CampaignView;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.ReviewView;
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
public final class ReviewCommands extends ConsoleCommand {
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
        return show(lookup -> ReviewView.assigned(mine(lookup), lookup));
    }

    @Command(name = "work")
    int work(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String assignment) throws Exception {
        return show(lookup -> {
            Version work = lookup.desk()
                    .reviews()
                    .work(pick(assignment, mine(lookup), lookup).id());
            return Result.of(work, (screen, texts) -> DossierView.version(work, screen, texts));
        });
    }

    @Command(name = "write")
    int write(
            @Parameters(index = "0", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--strength", paramLabel = "TEXT") @Nullable String strength,
            @ArgGroup(exclusive = false, multiplicity = "0..*") @Nullable List<Saying> saying,
            @Option(names = "--draft") boolean draft)
            throws Exception {
        return show(lookup -> {
            ReviewAssignment assignment = pick(called, mine(lookup), lookup);
            Remarks remarks = new Remarks(
                    strength, given(saying).stream().map(Saying::said).toList());
            ReviewAssignment written = draft
                    ? lookup.desk().reviews().save(assignment, remarks)
                    : lookup.desk().reviews().submit(assignment.id(), remarks);
            return ReviewView.assigned(List.of(written), lookup);
        });
    }

    /** Submits the draft as it stands. */
    @Command(name = "submit")
    int submit(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return show(lookup -> ReviewView.assigned(
                List.of(lookup.desk().reviews().submit(pick(called, mine(lookup), lookup))), lookup));
    }

    @Command(name = "delivered")
    int delivered(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return show(lookup -> {
            Review review = lookup.desk()
                    .reviews()
                    .delivered(pick(called, mine(lookup), lookup).id());
            return ReviewView.received(List.of(review), List.of(), lookup);
        });
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            List<PeerLevels> levels = own.desk().reviews().levels(own.id());
            return ReviewView.received(received(own), levels, own.lookup());
        });
    }

    @Command(name = "reply")
    int reply(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(target, own -> {
            Review replied = own.desk().reviews().reply(pick(review, own), text);
            return ReviewView.received(List.of(replied), List.of(), own.lookup());
        });
    }

    @Command(name = "rate")
    int rate(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "USEFULNESS") Review.Usefulness usefulness)
            throws Exception {
        return show(target, own -> {
            Review rated = own.desk().reviews().rate(pick(review, own), usefulness);
            return ReviewView.received(List.of(rated), List.of(), own.lookup());
        });
    }

    @Command(name = "withhold")
    int withhold(
            @Mixin CampaignArguments which,
            @Parameters(index = "2", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(lookup -> {
            Campaign campaign = which.in(lookup);
            ReviewAssignment assignment = pick(called, CampaignCommands.assignments(campaign, lookup), lookup);
            return CampaignView.of(List.of(lookup.desk().reviews().withhold(assignment, reason)), lookup);
        });
    }

    private static List<ReviewAssignment> mine(Lookup lookup) {
        return Page.all(lookup.desk().reviews()::assigned);
    }

    private static ReviewAssignment pick(String called, List<ReviewAssignment> all, Lookup lookup) {
        return new Selector<>(all, ReviewAssignment::id, each -> each.reviewed().value(), lookup.texts()).named(called);
    }

    private static List<Review> received(DossierItems own) {
        return own.all(own.desk().reviews()::received);
    }

    private static Review pick(String called, DossierItems own) {
        return own.pick(received(own), Review::id, each -> own.texts().say("review.peer", each.peer()))
                .named(called);
    }
}
