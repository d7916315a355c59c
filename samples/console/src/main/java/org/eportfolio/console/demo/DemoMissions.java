package org.eportfolio.console.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.scenario.AiToolPolicy;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.NewDatedPiece;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;

/** The scenario of the year, its missions as they are lived, and what is reported of them. */
record DemoMissions(DemoStage stage) implements DemoPart {
    static final ScenarioId SCENARIO = BundledScenarios.VOS_REVES.scenario().id();

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "scenario", (event, desk) -> scenario(event, desk),
                "publish", (event, desk) -> publish(event, desk),
                "plan", (event, desk) -> plan(desk),
                "start", (event, desk) -> start(event, desk),
                "hand-in",
                        (event, desk) -> Outcome.of(desk.missions()
                                .handIn(
                                        stage.dossier(event),
                                        mission(event),
                                        new MissionHandIn(
                                                event.tree().find("note").orElse(""),
                                                stage.cited(event).stream().toList(),
                                                event.help()))),
                "piece", (event, desk) -> piece(event, desk),
                "rework", (event, desk) -> rework(event, desk),
                "done",
                        (event, desk) -> Outcome.of(desk.missions()
                                .done(
                                        stage.dossier(event),
                                        mission(event),
                                        event.tree().text("note"))),
                "report", (event, desk) -> report(event, desk));
    }

    /** The team's own word on AI tools stands in the text that the class works on; the bundled one says nothing. */
    private static Outcome scenario(DemoEvent event, Desk desk) {
        ScenarioDraft draft = desk.scenarios()
                .draft(BundledScenarios.VOS_REVES
                        .scenario()
                        .onAiTools(AiToolPolicy.valueOf(event.tree().text("aiTools"))));
        ScenarioReport report = desk.scenarios().report(draft.id());
        return Outcome.of(draft)
                .with("missions", report.missions().size())
                .with("ready", report.ready().size())
                .with("lacks", report.lacks().size());
    }

    /** The missions that the event names, or all that lack nothing. */
    private static Outcome publish(DemoEvent event, Desk desk) {
        ScenarioReport report = desk.scenarios().report(SCENARIO);
        List<String> missions =
                event.tree().has("mission") ? List.of(event.tree().text("mission")) : report.ready();
        desk.scenarios().publish(report.draft(), missions.toArray(String[]::new));
        return Outcome.of(null).with("published", missions.size());
    }

    private Outcome plan(Desk desk) {
        desk.plans().choose(stage.cohort(), SCENARIO);
        List<Coverage.Line> lines = desk.plans().coverage(stage.cohort()).lines();
        return Outcome.of(null)
                .with("covered", codes(lines, covered -> covered))
                .with("leftOut", codes(lines, covered -> !covered));
    }

    private static String codes(List<Coverage.Line> lines, Predicate<Boolean> wanted) {
        return lines.stream()
                .filter(each -> wanted.test(
                        each.cells().stream().anyMatch(cell -> !cell.published().isEmpty())))
                .map(each -> each.item().code().value())
                .collect(Collectors.joining(", "));
    }

    private Outcome start(DemoEvent event, Desk desk) {
        MissionWork work = desk.missions().start(stage.dossier(event), mission(event));
        return Outcome.of(work)
                .with(
                        "title",
                        desk.missions()
                                .get(work.dossier(), work.mission())
                                .mission()
                                .title());
    }

    private Outcome rework(DemoEvent event, Desk desk) {
        int unmet = Integer.parseInt(event.tree().text("unmet"));
        MissionWork work = desk.missions()
                .rework(stage.dossier(event), mission(event), event.tree().text("note"), unmet);
        return Outcome.of(work)
                .with("statement", Objects.requireNonNull(work.latest()).unmet().get(0));
    }

    private Outcome piece(DemoEvent event, Desk desk) {
        NewDatedPiece piece = new NewDatedPiece(
                Integer.parseInt(event.tree().text("expected")),
                stage.cited(event).orElseThrow(),
                event.day());
        MissionWork work = desk.missions().addPiece(stage.dossier(event), mission(event), piece);
        return Outcome.of(work)
                .with("pieces", work.pieces().size())
                .with("statement", work.pieces().get(0).expected());
    }

    private Outcome report(DemoEvent event, Desk desk) {
        PublishedMission mission =
                desk.missions().get(stage.dossier(event), mission(event)).mission();
        JsonObject tree = event.tree();
        NewMissionReport report = NewMissionReport.of(mission.title(), mission.setting())
                .asked(tree.text("asked"))
                .done(tree.text("done"))
                .met(tree.text("met"))
                .notMet(tree.text("expected"), tree.text("gap"))
                .help(tree.text("help"))
                .next(tree.text("next"));
        HelpStatement help = event.help();
        return Outcome.of(desk.reports().share(stage.dossier(event), help == null ? report : report.stating(help)));
    }

    private static MissionId mission(DemoEvent event) {
        return new MissionId(SCENARIO, event.tree().text("mission"));
    }
}
