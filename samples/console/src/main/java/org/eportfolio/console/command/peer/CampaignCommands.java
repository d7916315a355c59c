package org.eportfolio.console.command.peer;

import java.time.LocalDateTime;
import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.view.CampaignView;
import org.eportfolio.console.view.Told;
import org.eportfolio.framework.Code;
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
public final class CampaignCommands extends Commands {
    public CampaignCommands(Session session) {
        super(session);
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
            @Mixin CampaignOf which,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production,
            @Option(names = "--with", paramLabel = "PERSON", split = ",") @Nullable List<String> with)
            throws Exception {
        return show(finding -> {
            Things own = finding.own();
            Campaign campaign = which.in(finding);
            NewHandIn input = NewHandIn.of(own.production(production))
                    .madeWith(given(with).toArray(String[]::new));
            HandIn handedIn = finding.desk().campaigns().handIn(campaign.id(), own.id(), input);
            return Told.of(handedIn, say("campaign.handed-in", campaign.title()));
        });
    }

    @Command(name = "hand-ins")
    int handIns(@Mixin CampaignOf which) throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            return CampaignView.handedIn(
                    Pages.all((after, limit) -> finding.desk().campaigns().handIns(campaign.id(), after, limit)),
                    campaign,
                    finding);
        });
    }

    @Command(name = "draw")
    int draw(@Mixin CampaignOf which, @Option(names = "--each", paramLabel = "NUMBER", defaultValue = "2") int each)
            throws Exception {
        return show(finding -> {
            Campaign campaign = which.in(finding);
            return CampaignView.of(finding.desk().campaigns().draw(campaign.id(), each), finding);
        });
    }

    @Command(name = "assign")
    int assign(
            @Mixin CampaignOf which,
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
    int assignments(@Mixin CampaignOf which) throws Exception {
        return show(finding -> CampaignView.of(assignments(which.in(finding), finding), finding));
    }

    static List<ReviewAssignment> assignments(Campaign campaign, Finding finding) {
        return Pages.all((after, limit) -> finding.desk().campaigns().assignments(campaign.id(), after, limit));
    }

    @Command(name = "show")
    int show(@Mixin CampaignOf which) throws Exception {
        return show(finding -> CampaignView.of(which.in(finding), finding));
    }

    @Command(name = "list")
    int list(@Parameters(index = "0", paramLabel = "COHORT") String cohort) throws Exception {
        return show(finding -> {
            List<Campaign> campaigns = CampaignOf.all(cohort, finding);
            return Told.each(campaigns, each -> CampaignView.title(each, finding), say("campaign.none"));
        });
    }

    @Command(name = "reschedule")
    int reschedule(
            @Mixin CampaignOf which,
            @Option(names = "--until", paramLabel = "TIME", required = true, converter = Moments.class)
                    LocalDateTime until)
            throws Exception {
        return show(finding -> CampaignView.of(
                finding.desk().campaigns().reschedule(which.in(finding).id(), Moments.at(until, finding)), finding));
    }

    @Command(name = "close")
    int close(@Mixin CampaignOf which) throws Exception {
        return show(finding -> CampaignView.of(
                finding.desk().campaigns().close(which.in(finding).id()), finding));
    }
}
