package org.eportfolio.console.command.school;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cohorts and who learns in them. */
@Command(name = "cohort", synopsisSubcommandLabel = "COMMAND")
public final class CohortCommands extends ConsoleCommand {
    public CohortCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list() throws Exception {
        return show(
                lookup -> Result.each(lookup.cohorts(), each -> StyledText.of(lookup.label(each)), say("cohort.none")));
    }

    /** Who learns in it, now and before. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            CohortId id = lookup.cohort(cohort).id();
            List<Membership> members = Page.all(next -> lookup.desk().cohorts().members(id, next));
            Map<PersonId, String> names =
                    lookup.sorted(members.stream().map(Membership::learner).toList());
            List<Membership> sorted = NamedLines.inOrder(members, Membership::learner, names);
            return Result.each(sorted, each -> line(each, names, lookup), say("cohort.empty"));
        });
    }

    private StyledText line(Membership each, Map<PersonId, String> names, Lookup lookup) {
        Instant until = each.period().until();
        return StyledText.bold(names.getOrDefault(each.learner(), each.learner().value()))
                .and("  " + each.learner() + "  ")
                .and(say("grant.from", lookup.day(each.period().from())))
                .and(until == null ? "" : " " + say("grant.until", lookup.lastDay(until)));
    }
}
