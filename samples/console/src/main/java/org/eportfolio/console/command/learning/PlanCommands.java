package org.eportfolio.console.command.learning;

import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.FrameworkCatalog;
import org.eportfolio.console.view.CoverageView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.PlanDesk;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.YearPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The year's plan of a cohort: its scenarios, and what they cover. */
@Command(name = "plan", synopsisSubcommandLabel = "COMMAND")
public final class PlanCommands extends ConsoleCommand {
    public PlanCommands(Session session) {
        super(session);
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(
                lookup -> plan(lookup.desk().plans().of(lookup.cohort(cohort).id()), cohort));
    }

    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Parameters(paramLabel = "SCENARIO", arity = "1..*") List<String> scenarios)
            throws Exception {
        return show(lookup -> plan(
                lookup.desk()
                        .plans()
                        .choose(
                                lookup.cohort(cohort).id(),
                                scenarios.stream().map(ScenarioId::of).toArray(ScenarioId[]::new)),
                cohort));
    }

    @Command(name = "drop")
    int drop(@Parameters(paramLabel = "COHORT") String cohort, @Parameters(paramLabel = "SCENARIO") String scenario)
            throws Exception {
        return show(lookup -> {
            PlanDesk plans = lookup.desk().plans();
            return plan(plans.drop(plans.of(lookup.cohort(cohort).id()), ScenarioId.of(scenario)), cohort);
        });
    }

    /** Takes up another cohort's plan, without its people. */
    @Command(name = "copy")
    int copy(@Parameters(paramLabel = "FROM") String from, @Parameters(paramLabel = "TO") String to) throws Exception {
        return show(lookup -> plan(
                lookup.desk()
                        .plans()
                        .copy(lookup.cohort(from).id(), lookup.cohort(to).id()),
                to));
    }

    @Command(name = "coverage")
    int coverage(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Option(names = "--framework", paramLabel = "ID") @Nullable String framework)
            throws Exception {
        return show(lookup -> {
            FrameworkId under = framework == null
                    ? null
                    : new FrameworkCatalog(Page.all(lookup.desk().frameworks()::list), texts())
                            .find(framework)
                            .id();
            return new CoverageView(
                    cohort, lookup.desk().plans().coverage(lookup.cohort(cohort).id(), under));
        });
    }

    private Result plan(YearPlan plan, String cohort) {
        return plan.scenarios().isEmpty()
                ? Result.of(plan, say("plan.empty", cohort))
                : Result.of(
                        plan,
                        say(
                                "plan.scenarios",
                                cohort,
                                plan.scenarios().stream().map(ScenarioId::value).collect(Collectors.joining(", "))));
    }
}
