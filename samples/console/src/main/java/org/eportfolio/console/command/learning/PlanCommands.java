package org.eportfolio.console.command.learning;

import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.console.view.CoverageView;
import org.eportfolio.console.view.Told;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.YearPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The year's plan of a cohort: its scenarios, and what they cover. */
@Command(name = "plan", synopsisSubcommandLabel = "COMMAND")
public final class PlanCommands extends Commands {
    public PlanCommands(Session session) {
        super(session);
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(
                finding -> plan(finding.desk().plans().of(finding.cohort(cohort).id()), cohort));
    }

    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Parameters(paramLabel = "SCENARIO", arity = "1..*") List<String> scenarios)
            throws Exception {
        return show(finding -> plan(
                finding.desk()
                        .plans()
                        .choose(
                                finding.cohort(cohort).id(),
                                scenarios.stream().map(ScenarioId::of).toArray(ScenarioId[]::new)),
                cohort));
    }

    @Command(name = "drop")
    int drop(@Parameters(paramLabel = "COHORT") String cohort, @Parameters(paramLabel = "SCENARIO") String scenario)
            throws Exception {
        return show(finding ->
                plan(finding.desk().plans().drop(finding.cohort(cohort).id(), ScenarioId.of(scenario)), cohort));
    }

    /** Takes up another cohort's plan, without its people. */
    @Command(name = "copy")
    int copy(@Parameters(paramLabel = "FROM") String from, @Parameters(paramLabel = "TO") String to) throws Exception {
        return show(finding -> plan(
                finding.desk()
                        .plans()
                        .copy(finding.cohort(from).id(), finding.cohort(to).id()),
                to));
    }

    @Command(name = "coverage")
    int coverage(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Option(names = "--framework", paramLabel = "ID") @Nullable String framework)
            throws Exception {
        return show(finding -> {
            FrameworkId under = framework == null
                    ? null
                    : new Shelf(finding.desk().frameworks().list(), texts())
                            .find(framework)
                            .id();
            return new CoverageView(
                    cohort,
                    finding.desk().plans().coverage(finding.cohort(cohort).id(), under));
        });
    }

    private Told plan(YearPlan plan, String cohort) {
        return plan.scenarios().isEmpty()
                ? Told.of(plan, say("plan.empty", cohort))
                : Told.of(
                        plan,
                        say(
                                "plan.scenarios",
                                cohort,
                                plan.scenarios().stream().map(ScenarioId::value).collect(Collectors.joining(", "))));
    }
}
