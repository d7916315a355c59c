package org.eportfolio.console.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;

/** A project with its tasks and milestones; what is late says so. */
public record ProjectView(Project project, List<ProgressNote> notes, Clock clock) implements View {
    @Override
    public Object document() {
        return new ProjectAnswer(project, notes);
    }

    /** What {@code --json} writes. */
    public record ProjectAnswer(Project project, List<ProgressNote> notes) {}

    @Override
    public void print(Screen screen, Texts texts) {
        LocalDate today = LocalDate.now(clock);
        screen.line(StyledText.bold(project.title())
                .and(project.closedAt() == null ? "" : "  " + texts.say("project.closed"))
                .and(Selector.marked(project.id())));
        if (!project.purpose().isBlank()) screen.line("  " + project.purpose());
        for (Task each : project.tasks()) {
            LocalDate due = each.dueOn();
            screen.line(StyledText.of("  " + each.number() + ". " + texts.name(each.status()) + "  " + each.label())
                    .and(due == null ? "" : " " + texts.say("goal.by", due))
                    .and(late(each.isLate(today), texts)));
        }
        for (Milestone each : project.milestones()) {
            LocalDate reached = each.reachedOn();
            screen.line(StyledText.of("  " + texts.say("project.milestone", each.number()) + "  " + each.label() + "  ")
                    .and(
                            reached == null
                                    ? texts.say("project.planned", each.plannedOn())
                                    : texts.say("project.reached", reached))
                    .and(late(each.isLate(today), texts)));
            each.replannings()
                    .forEach(moved -> screen.line(
                            "       " + texts.say("project.replanned", moved.plannedBefore(), moved.reason())));
        }
        for (ProgressNote each : notes) {
            screen.line(StyledText.faint("  " + texts.day(LocalDate.ofInstant(each.at(), clock.getZone())) + "  ")
                    .and(each.text()));
        }
    }

    private static StyledText late(boolean late, Texts texts) {
        return late ? StyledText.bold("  " + texts.say("project.late")) : StyledText.of("");
    }
}
