package org.eportfolio.console;

import java.util.List;
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
final class ReviewCommands extends Family {
    ReviewCommands(Console console) {
        super(console);
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
        return at(at -> ReviewView.assigned(mine(at), at));
    }

    @Command(name = "work")
    int work(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String assignment) throws Exception {
        return at(at -> {
            Version work = at.desk().reviews().work(pick(assignment, mine(at), at).id());
            return new Shown(Facts.of("work", work), (screen, texts) -> VersionView.print(work, screen, texts));
        });
    }

    @Command(name = "write")
    int write(
            @Parameters(index = "0", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--strength", paramLabel = "TEXT") @Nullable String strength,
            @ArgGroup(exclusive = false, multiplicity = "0..*") @Nullable List<Saying> saying,
            @Option(names = "--draft") boolean draft)
            throws Exception {
        return at(at -> {
            ReviewAssignment assignment = pick(called, mine(at), at);
            Remarks remarks =
                    new Remarks(strength, given(saying).stream().map(Saying::said).toList());
            ReviewAssignment written = draft
                    ? at.desk().reviews().save(assignment, remarks)
                    : at.desk().reviews().submit(assignment.id(), remarks);
            return ReviewView.assigned(List.of(written), at);
        });
    }

    /** Submits the draft as it stands. */
    @Command(name = "submit")
    int submit(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return at(at -> ReviewView.assigned(
                List.of(at.desk().reviews().submit(pick(called, mine(at), at))), at));
    }

    @Command(name = "delivered")
    int delivered(@Parameters(index = "0", paramLabel = "ASSIGNMENT") String called) throws Exception {
        return at(at -> {
            Review review = at.desk().reviews().delivered(pick(called, mine(at), at).id());
            return ReviewView.received(List.of(review), List.of(), at);
        });
    }

    @Command(name = "show")
    int show(@Mixin Whose whose) throws Exception {
        return in(whose, own -> {
            List<PeerLevels> levels = own.desk().reviews().levels(own.id());
            return ReviewView.received(received(own), levels, own.at());
        });
    }

    @Command(name = "reply")
    int reply(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return in(whose, own -> {
            Review replied = own.desk().reviews().reply(own.id(), pick(review, own).id(), text);
            return ReviewView.received(List.of(replied), List.of(), own.at());
        });
    }

    @Command(name = "rate")
    int rate(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REVIEW") String review,
            @Parameters(index = "2", paramLabel = "USEFULNESS") Review.Usefulness usefulness)
            throws Exception {
        return in(whose, own -> {
            Review rated = own.desk().reviews().rate(own.id(), pick(review, own).id(), usefulness);
            return ReviewView.received(List.of(rated), List.of(), own.at());
        });
    }

    @Command(name = "withhold")
    int withhold(
            @Mixin CampaignCommands.Which which,
            @Parameters(index = "2", paramLabel = "ASSIGNMENT") String called,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return at(at -> {
            Campaign campaign = which.in(at);
            ReviewAssignment assignment = pick(called, CampaignCommands.assignments(campaign, at), at);
            return CampaignView.of(List.of(at.desk().reviews().withhold(assignment.id(), reason)), at);
        });
    }

    private static List<ReviewAssignment> mine(AtDesk at) {
        return Pages.all(last -> at.desk().reviews().assigned(last, Pages.SIZE));
    }

    private static ReviewAssignment pick(String called, List<ReviewAssignment> all, AtDesk at) {
        return new Picking<ReviewAssignment>(
                        "review-assignment",
                        all,
                        ReviewAssignment::id,
                        each -> each.reviewed().value(),
                        at.texts())
                .pick(called);
    }

    private static List<Review> received(InDossier own) {
        return Pages.all(last -> own.desk().reviews().received(own.id(), last, Pages.SIZE));
    }

    /** By its short name, because the order of reviews tells nothing and changes with each campaign. */
    private static Review pick(String called, InDossier own) {
        return new Picking<Review>("review", received(own), Review::id, ReviewView::shortName, own.texts())
                .pick(called);
    }
}
