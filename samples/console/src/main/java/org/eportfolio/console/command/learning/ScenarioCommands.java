package org.eportfolio.console.command.learning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.CoverageView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.ScenarioView;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.ScenarioDesk;
import org.eportfolio.core.ScenarioFile;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scenarios: brought in as drafts that say what they lack, published mission by mission. */
@Command(name = "scenario", synopsisSubcommandLabel = "COMMAND")
public final class ScenarioCommands extends ConsoleCommand {
    public ScenarioCommands(Session session) {
        super(session);
    }

    /** The text of a scenario: from a file, or one that ships. */
    static final class From {
        @Parameters(paramLabel = "FILE.json")
        @Nullable
        Path file;

        @Option(names = "--bundled", paramLabel = "NAME")
        @Nullable
        String bundled;
    }

    /** The files that its conditions name. */
    static final class Enclosed {
        @Option(names = "--file", paramLabel = "FILE")
        List<Path> files = new ArrayList<>();
    }

    @Command(name = "import")
    int bringIn(@ArgGroup(multiplicity = "1") From from, @Mixin Enclosed enclosed) throws Exception {
        return show(lookup -> {
            Scenario scenario = read(from);
            NewAttachment[] files =
                    enclosed.files.stream().map(NewAttachment::of).toArray(NewAttachment[]::new);
            ScenarioDesk desk = lookup.desk().scenarios();
            Optional<ScenarioDraft> before = Page.all(desk::list).stream()
                    .filter(each -> each.id().equals(scenario.id()))
                    .findFirst();
            ScenarioDraft kept =
                    before.map(seen -> desk.revise(seen, scenario, files)).orElseGet(() -> desk.draft(scenario, files));
            return new ScenarioView(desk.report(kept.id()));
        });
    }

    @Command(name = "list")
    int list() throws Exception {
        return show(lookup -> Result.each(
                Page.all(lookup.desk().scenarios()::list),
                draft -> StyledText.bold(draft.id().value())
                        .and("  " + draft.scenario().title())
                        .and(StyledText.faint("  " + standing(draft))),
                say("scenario.none")));
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "SCENARIO") String id) throws Exception {
        return show(lookup -> new ScenarioView(lookup.desk().scenarios().report(ScenarioId.of(id))));
    }

    /** Without missions, all that lack nothing and are not published as they stand. */
    @Command(name = "publish")
    int publish(
            @Parameters(paramLabel = "SCENARIO") String id,
            @Parameters(paramLabel = "MISSION", arity = "0..*") @Nullable List<String> missions)
            throws Exception {
        return show(lookup -> {
            ScenarioDesk desk = lookup.desk().scenarios();
            ScenarioReport report = desk.report(ScenarioId.of(id));
            List<String> chosen = missions == null ? report.ready() : missions;
            if (chosen.isEmpty()) throw new Refusal(say("scenario.nothing-ready", id));
            desk.publish(report.draft(), chosen.toArray(String[]::new));
            return new ScenarioView(desk.report(report.draft().id()));
        });
    }

    @Command(name = "withdraw")
    int withdraw(@Parameters(paramLabel = "SCENARIO") String id) throws Exception {
        return show(lookup -> {
            ScenarioDesk desk = lookup.desk().scenarios();
            return Result.of(desk.withdraw(desk.get(ScenarioId.of(id))), say("scenario.withdrawn", id));
        });
    }

    @Command(name = "reinstate")
    int reinstate(@Parameters(paramLabel = "SCENARIO") String id) throws Exception {
        return show(lookup -> {
            ScenarioDesk desk = lookup.desk().scenarios();
            return Result.of(desk.reinstate(desk.get(ScenarioId.of(id))), say("scenario.reinstated", id));
        });
    }

    @Command(name = "coverage")
    int coverage(@Parameters(paramLabel = "SCENARIO") String id) throws Exception {
        return show(lookup -> new CoverageView(id, lookup.desk().scenarios().coverage(ScenarioId.of(id))));
    }

    private Scenario read(From from) throws IOException {
        String bundled = from.bundled;
        if (bundled != null) {
            return Arrays.stream(BundledScenarios.values())
                    .filter(each -> each.scenario().id().value().equals(bundled))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(say("scenario.not-bundled", bundled, shipped())))
                    .scenario();
        }
        try (InputStream in = Files.newInputStream(Objects.requireNonNull(from.file))) {
            return ScenarioFile.read(in);
        }
    }

    private static String shipped() {
        return Arrays.stream(BundledScenarios.values())
                .map(each -> each.scenario().id().value())
                .collect(Collectors.joining(", "));
    }

    private String standing(ScenarioDraft draft) {
        return draft.withdrawnAt() != null
                ? say("scenario.is-withdrawn")
                : say(
                        "scenario.published-of",
                        draft.offered().size(),
                        draft.scenario().missionIds().size());
    }
}
