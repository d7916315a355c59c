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
final class CampaignCommands extends Commands {
    CampaignCommands(Console console) {
        super(console);
    }

    /** Which campaign of which class. */
    static final class Which {
        @Parameters(index = "0", paramLabel = "COHORT")
        String cohort = "";

        @Parameters(index = "1", paramLabel = "CAMPAIGN")
        String campaign = "";

        Campaign in(Finding finding) {
            return new Pick<>(all(cohort, finding), Campaign::id, Campaign::title, finding.texts()).named(campaign);
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

    private static List<Campaign> all(String cohort, Finding finding) {
        CohortId id = finding.classroom(cohort).id();
        return Pages.all((after, limit) -> finding.desk().campaigns().list(id, after, limit));
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
        return show(finding -> CampaignView.of(
                finding.desk()
                        .campaigns()
                        .open(new NewCampaign(
                                finding.cohort(cohort).id(),
                                title,
                                instructions,
                                asking.stream().map(Asking::criterion).toList(),
                                Moments.at(until, finding),
                                anonymous,
                                null)),
                finding));
    }

    @Command(name = "hand-in")
    int handIn(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production,
            @Option(names = "--with", paramLabel = "PERSON", split = ",") @Nullable List<String> with)
            throws Exception {
        return show(finding -> {
            Things own = finding.own();
            Campaign campaign = which.in(finding);
            NewHandIn input = NewHandIn.of(own.production(production))
                    .madeWith(given(with).toArray(String[]::new));
            HandIn handedIn = finding.desk().campaigns().handIn(campaign.id(), own.id(), input);
            return new Shown(
                    handedIn, (screen, texts) -> screen.line(texts.say("campaign.handed-in", campaign.title())));
        });
    }

    @Command(name = "hand-ins")
    int handIns(@Mixin Which which) throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            List<HandIn> all =
                    Pages.all((after, limit) -> finding.desk().campaigns().handIns(campaign.id(), after, limit));
            Called called = Called.of(all.stream().flatMap(each -> each.makers().stream()), finding);
            return new Shown(all, (screen, texts) -> {
                screen.line(Words.bold(texts.say("campaign.hand-ins", campaign.title())));
                if (all.isEmpty()) screen.line("  " + texts.say("campaign.no-hand-in"));
                for (HandIn each : all) {
                    screen.line("  " + Moments.told(each.at(), finding) + "  "
                            + called.names(each.makers().stream().sorted().toList()));
                }
            });
        });
    }

    @Command(name = "draw")
    int draw(@Mixin Which which, @Option(names = "--each", paramLabel = "NUMBER", defaultValue = "2") int each)
            throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            return CampaignView.of(finding.desk().campaigns().draw(campaign.id(), each), finding);
        });
    }

    @Command(name = "assign")
    int assign(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "REVIEWER") String reviewer,
            @Parameters(index = "3", paramLabel = "REVIEWED") String reviewed)
            throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            return CampaignView.of(
                    finding.desk()
                            .campaigns()
                            .assign(campaign.id(), new Pair(PersonId.of(reviewer), PersonId.of(reviewed))),
                    finding);
        });
    }

    @Command(name = "assignments")
    int assignments(@Mixin Which which) throws Exception {
        return show(finding -> CampaignView.of(assignments(which.in(finding), finding), finding));
    }

    static List<ReviewAssignment> assignments(Campaign campaign, Finding finding) {
        return Pages.all((after, limit) -> finding.desk().campaigns().assignments(campaign.id(), after, limit));
    }

    @Command(name = "show")
    int show(@Mixin Which which) throws Exception {
        return show(finding -> CampaignView.of(which.in(finding), finding));
    }

    @Command(name = "list")
    int list(@Parameters(index = "0", paramLabel = "COHORT") String cohort) throws Exception {
        return show(finding -> {
            List<Campaign> campaigns = all(cohort, finding);
            return new Shown(campaigns, (screen, texts) -> {
                if (campaigns.isEmpty()) screen.line(texts.say("campaign.none"));
                campaigns.forEach(each -> screen.line(CampaignView.title(each, finding)));
            });
        });
    }

    @Command(name = "reschedule")
    int reschedule(
            @Mixin Which which,
            @Option(names = "--until", paramLabel = "TIME", required = true, converter = Moments.class)
                    LocalDateTime until)
            throws Exception {
        return show(finding -> CampaignView.of(
                finding.desk().campaigns().reschedule(which.in(finding).id(), Moments.at(until, finding)), finding));
    }

    @Command(name = "close")
    int close(@Mixin Which which) throws Exception {
        return show(finding -> CampaignView.of(
                finding.desk().campaigns().close(which.in(finding).id()), finding));
    }
}
