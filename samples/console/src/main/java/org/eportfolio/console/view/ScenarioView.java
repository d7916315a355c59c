package org.eportfolio.console.view;

import java.util.stream.Collectors;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Code;
import org.eportfolio.scenario.Lack;
import org.eportfolio.scenario.Mission;
import org.eportfolio.scenario.MissionTarget;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.Situation;

/** A scenario, mission by mission, with all that it lacks. */
public record ScenarioView(ScenarioReport report) implements View {
    @Override
    public Object document() {
        return report;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        Scenario scenario = report.draft().scenario();
        screen.line(StyledText.bold(scenario.title())
                .and(StyledText.faint("  " + scenario.id() + ", " + scenario.framework())));
        for (Situation situation : scenario.situations()) {
            screen.blank();
            screen.line(StyledText.bold(situation.name())
                    .and(StyledText.faint(
                            "  " + situation.blocs().stream().map(Code::value).collect(Collectors.joining(", ")))));
            for (Mission mission : situation.missions()) mission(mission, screen, texts);
        }
        if (report.lacks().isEmpty()) return;
        screen.blank();
        screen.line(StyledText.bold(texts.say("scenario.lacks")));
        for (Lack lack : report.lacks()) screen.line("- " + lack.message().in(texts.locale()));
    }

    private void mission(Mission mission, Screen screen, Texts texts) {
        String standing = report.missions().stream()
                .filter(each -> each.mission().mission().equals(mission.id()))
                .map(each -> texts.name(each.standing()))
                .findFirst()
                .orElse("");
        screen.line(StyledText.of("  " + mission.id() + "  " + mission.title())
                .and(StyledText.faint("  "
                        + mission.competencies().stream()
                                .map(ScenarioView::codes)
                                .collect(Collectors.joining(", "))))
                .and("  " + standing)
                .and(mission.aiTools() == null ? "" : "  " + texts.name(mission.aiTools())));
    }

    private static String codes(MissionTarget target) {
        return target.subCompetencies().isEmpty()
                ? target.competency().value()
                : target.subCompetencies().stream().map(Code::value).collect(Collectors.joining(", "));
    }
}
