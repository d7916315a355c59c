package org.eportfolio.console.command.school;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cohorts and who learns in them. */
@Command(name = "cohort", synopsisSubcommandLabel = "COMMAND")
public final class CohortCommands extends Commands {
    public CohortCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list() throws Exception {
        return show(finding ->
                Told.each(finding.desk().cohorts().list(), each -> Words.of(each.name()), say("cohort.none")));
    }

    /** Who learns in it, now and before. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(finding -> {
            CohortId id = finding.cohort(cohort).id();
            List<Membership> members =
                    Pages.all((after, limit) -> finding.desk().cohorts().members(id, after, limit));
            Map<PersonId, String> names =
                    finding.names(members.stream().map(Membership::learner).toList());
            return Told.each(members, each -> line(each, names, finding), say("cohort.empty"));
        });
    }

    private Words line(Membership each, Map<PersonId, String> names, Finding finding) {
        Instant until = each.period().until();
        return Words.bold(names.getOrDefault(each.learner(), each.learner().value()))
                .and("  " + each.learner() + "  ")
                .and(say("grant.from", finding.day(each.period().from())))
                .and(until == null ? "" : " " + say("grant.until", finding.lastDay(until)));
    }
}
