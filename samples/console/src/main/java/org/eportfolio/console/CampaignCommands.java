package org.eportfolio.console;

import java.time.LocalDateTime;
import java.util.List;
import org.eportfolio.framework.Code;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.ReviewAssignment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Campaigns of peer reviews. */
@Command(name = "campaign", synopsisSubcommandLabel = "COMMAND")
final class CampaignCommands extends Family {
    CampaignCommands(Console console) {
        super(console);
    }

    /** Which campaign of which class. */
    static final class Which {
        @Parameters(index = "0", paramLabel = "COHORT")
        String cohort = "";

        @Parameters(index = "1", paramLabel = "CAMPAIGN")
        String campaign = "";

        Campaign in(AtDesk at) {
            return new Picking<Campaign>(
                            "campaign",
                            all(at.cohort(cohort).id(), at),
                            Campaign::id,
                            Campaign::title,
                            at.texts())
                    .pick(campaign);
        }
    }

    /** What reviewers are asked. */
    static final class Asking {
        @Option(names = "--ask", paramLabel = "QUESTION", required = true)
        String question = "";

        @Option(names = "--on", paramLabel = "COMPETENCY")
        @Nullable
        String competency;

        @Option(names = "--with-level")
        boolean levelled;

        Criterion criterion() {
            return new Criterion(question, competency == null ? null : Code.of(competency), levelled);
        }
    }

    private static List<Campaign> all(CohortId cohort, AtDesk at) {
        return Pages.all(last -> at.desk().campaigns().list(cohort, last, Pages.SIZE));
    }

    @Command(name = "open")
    int open(
            @Parameters(index = "0", paramLabel = "COHORT") String cohort,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @ArgGroup(exclusive = false, multiplicity = "1..*") List<Asking> asking,
            @Option(names = "--until", paramLabel = "TIME", required = true, converter = Moments.class)
                    LocalDateTime until,
            @Option(names = "--instructions", paramLabel = "TEXT", defaultValue = "") String instructions,
            @Option(names = "--anonymous") boolean anonymous)
            throws Exception {
        return at(at -> CampaignView.of(
                at.desk()
                        .campaigns()
                        .open(new NewCampaign(
                                at.cohort(cohort).id(),
                                title,
                                instructions,
                                asking.stream().map(Asking::criterion).toList(),
                                at.instant(until),
                                anonymous,
                                null)),
                at));
    }

    @Command(name = "hand-in")
    int handIn(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production,
            @Option(names = "--with", paramLabel = "PERSON", split = ",") @Nullable List<String> with)
            throws Exception {
        return at(at -> {
            InDossier own = at.own();
            Campaign campaign = which.in(at);
            NewHandIn input = NewHandIn.of(own.production(production))
                    .madeWith(given(with).toArray(String[]::new));
            HandIn handedIn = at.desk().campaigns().handIn(campaign.id(), own.id(), input);
            return new Shown(
                    Facts.of("handIn", handedIn),
                    (screen, texts) -> screen.line(texts.say("campaign.handed-in", campaign.title())));
        });
    }

    @Command(name = "hand-ins")
    int handIns(@Mixin Which which) throws Exception {
        return at(at -> {
            Campaign campaign = which.in(at);
            List<HandIn> all =
                    Pages.all(last -> at.desk().campaigns().handIns(campaign.id(), last, Pages.SIZE));
            AtDesk.Called called = at.called(all.stream().flatMap(each -> each.makers().stream()));
            return new Shown(Facts.of("handIns", all), (screen, texts) -> {
                screen.line(Words.bold(texts.say("campaign.hand-ins", campaign.title())));
                if (all.isEmpty()) screen.line("  " + texts.say("campaign.no-hand-in"));
                for (HandIn each : all) {
                    screen.line("  " + at.moment(each.at()) + "  "
                            + called.names(each.makers().stream().sorted().toList()));
                }
            });
        });
    }

    @Command(name = "draw")
    int draw(
            @Mixin Which which,
            @Option(names = "--each", paramLabel = "NUMBER", defaultValue = "2") int each)
            throws Exception {
        return at(at -> {
            Campaign campaign = which.in(at);
            return CampaignView.of(at.desk().campaigns().draw(campaign.id(), each), at);
        });
    }

    @Command(name = "assign")
    int assign(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "REVIEWER") String reviewer,
            @Parameters(index = "3", paramLabel = "REVIEWED") String reviewed)
            throws Exception {
        return at(at -> {
            Campaign campaign = which.in(at);
            return CampaignView.of(
                    at.desk()
                            .campaigns()
                            .assign(campaign.id(), new Pair(PersonId.of(reviewer), PersonId.of(reviewed))),
                    at);
        });
    }

    @Command(name = "assignments")
    int assignments(@Mixin Which which) throws Exception {
        return at(at -> CampaignView.of(assignments(which.in(at), at), at));
    }

    static List<ReviewAssignment> assignments(Campaign campaign, AtDesk at) {
        return Pages.all(last -> at.desk().campaigns().assignments(campaign.id(), last, Pages.SIZE));
    }

    @Command(name = "show")
    int show(@Mixin Which which) throws Exception {
        return at(at -> CampaignView.of(which.in(at), at));
    }

    @Command(name = "list")
    int list(@Parameters(index = "0", paramLabel = "COHORT") String cohort) throws Exception {
        return at(at -> {
            List<Campaign> campaigns = all(at.cohort(cohort).id(), at);
            return new Shown(Facts.of("campaigns", campaigns), (screen, texts) -> {
                if (campaigns.isEmpty()) screen.line(texts.say("campaign.none"));
                for (int i = 0; i < campaigns.size(); i++) {
                    screen.line(Words.of((i + 1) + ". ").and(CampaignView.title(campaigns.get(i), at)));
                }
            });
        });
    }

    @Command(name = "reschedule")
    int reschedule(
            @Mixin Which which,
            @Option(names = "--until", paramLabel = "TIME", required = true, converter = Moments.class)
                    LocalDateTime until)
            throws Exception {
        return at(at -> CampaignView.of(
                at.desk().campaigns().reschedule(which.in(at).id(), at.instant(until)), at));
    }

    @Command(name = "close")
    int close(@Mixin Which which) throws Exception {
        return at(at -> CampaignView.of(at.desk().campaigns().close(which.in(at).id()), at));
    }
}
