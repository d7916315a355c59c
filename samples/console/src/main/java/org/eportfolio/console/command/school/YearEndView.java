package org.eportfolio.console.command.school;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.id.PersonId;
import org.eportfolio.year.YearEndPlan;
import org.eportfolio.year.YearEndPlan.NextStep;

/** What the end of a year would do, learner by learner. */
public record YearEndView(YearEndPlan plan, Map<PersonId, String> names) implements View {
    @Override
    public Object document() {
        return this;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say("year-end.title", plan.cohort().name())));
        for (NextStep step : NextStep.values()) {
            List<YearEndPlan.Line> lines = NamedLines.inOrder(
                    plan.learners().stream().filter(each -> each.next() == step).toList(),
                    YearEndPlan.Line::learner,
                    names);
            if (lines.isEmpty()) continue;
            screen.blank();
            screen.line(StyledText.bold(texts.say("year-end.step." + step.name(), lines.size())));
            for (YearEndPlan.Line each : lines) line(each, screen, texts);
        }
        screen.blank();
        if (!plan.roles().isEmpty()) {
            screen.line(texts.say(
                    "year-end.roles",
                    plan.roles().stream()
                            .map(each -> name(each.person()) + " (" + texts.name(each.role()) + ")")
                            .collect(Collectors.joining(", "))));
        }
        for (Message each : plan.missing()) screen.line("- " + each.in(texts.locale()));
        screen.line(texts.say("year-end.dry-run"));
    }

    private void line(YearEndPlan.Line line, Screen screen, Texts texts) {
        screen.line("  " + name(line.learner()));
        for (Message each : line.remarks()) screen.line("    - " + each.in(texts.locale()));
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }
}
