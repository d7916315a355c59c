package org.eportfolio.console.command.peer;

import java.time.LocalDateTime;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.view.CampaignView;
import org.eportfolio.console.view.Result;
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
public final class CampaignCommands extends ConsoleCommand {
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
            @Option(names = "--until", paramLabel = "TIME", required = true) LocalDateTime until,
            @Option(names = "--instructions", paramLabel = "TEXT", defaultValue = "") String instructions,
            @Option(names = "--anonymous") boolean anonymous)
            throws Exception {
        return show(lookup -> CampaignView.of(
                lookup.desk()
                        .campaigns()
                        .open(new NewCampaign(
                                lookup.cohort(cohort).id(),
                                title,
                                instructions,
                                asking.stream().map(Asking::criterion).toList(),
                                lookup.instant(until),
                                anonymous,
                                null)),
                lookup));
    }

    @Command(name = "hand-in")
    int handIn(
            @Mixin CampaignArguments which,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production,
            @Option(names = "--with", paramLabel = "PERSON", split = ",") @Nullable List<String> with,
            @Mixin AdoptionOptions under)
            throws Exception {
        return show(lookup -> {
            DossierItems own = lookup.own(under.named());
            Campaign campaign = which.in(lookup);
            NewHandIn input = NewHandIn.of(own.production(production))
                    .madeWith(given(with).toArray(String[]::new));
            HandIn handedIn = lookup.desk().campaigns().handIn(campaign.id(), own.id(), input);
            return Result.of(handedIn, say("campaign.handed-in", campaign.title()));
        });
    }

    @Command(name = "hand-ins")
    int handIns(@Mixin CampaignArguments which) throws Exception {
        return show(lookup -> {
            Campaign campaign = which.in(lookup);
            return CampaignView.handedIn(
                    Page.all(next -> lookup.desk().campaigns().handIns(campaign.id(), next)), campaign, lookup);
        });
    }

    @Command(name = "draw")
    int draw(
            @Mixin CampaignArguments which,
            @Option(names = "--each", paramLabel = "NUMBER", defaultValue = "2") int each)
            throws Exception {
        return show(lookup -> {
            Campaign campaign = which.in(lookup);
            return CampaignView.of(lookup.desk().campaigns().draw(campaign.id(), each), lookup);
        });
    }

    @Command(name = "assign")
    int assign(
            @Mixin CampaignArguments which,
            @Parameters(index = "2", paramLabel = "REVIEWER") String reviewer,
            @Parameters(index = "3", paramLabel = "REVIEWED") String reviewed)
            throws Exception {
        return show(lookup -> {
            Campaign campaign = which.in(lookup);
            return CampaignView.of(
                    lookup.desk()
                            .campaigns()
                            .assign(campaign.id(), new Pair(PersonId.of(reviewer), PersonId.of(reviewed))),
                    lookup);
        });
    }

    @Command(name = "assignments")
    int assignments(@Mixin CampaignArguments which) throws Exception {
        return show(lookup -> CampaignView.of(assignments(which.in(lookup), lookup), lookup));
    }

    static List<ReviewAssignment> assignments(Campaign campaign, Lookup lookup) {
        return Page.all(next -> lookup.desk().campaigns().assignments(campaign.id(), next));
    }

    @Command(name = "show")
    int show(@Mixin CampaignArguments which) throws Exception {
        return show(lookup -> CampaignView.of(which.in(lookup), lookup));
    }

    @Command(name = "list")
    int list(@Parameters(index = "0", paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            List<Campaign> campaigns = CampaignArguments.all(cohort, lookup);
            return Result.each(campaigns, each -> CampaignView.title(each, lookup), say("campaign.none"));
        });
    }

    @Command(name = "reschedule")
    int reschedule(
            @Mixin CampaignArguments which,
            @Option(names = "--until", paramLabel = "TIME", required = true) LocalDateTime until)
            throws Exception {
        return show(lookup ->
                CampaignView.of(lookup.desk().campaigns().reschedule(which.in(lookup), lookup.instant(until)), lookup));
    }

    @Command(name = "close")
    int close(@Mixin CampaignArguments which) throws Exception {
        return show(lookup ->
                CampaignView.of(lookup.desk().campaigns().close(which.in(lookup).id()), lookup));
    }
}
