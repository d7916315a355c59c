package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.terminal.Records;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;

/** A project with its tasks and milestones; what is late says so. */
public record ProjectView(Project project, List<ProgressNote> notes, Clock clock) implements View {
    @Override
    public void print(Screen screen, Texts texts) {
        LocalDate today = LocalDate.now(clock);
        screen.line(Words.bold(project.title())
                .and(project.closedAt() == null ? "" : "  " + texts.say("project.closed"))
                .and(Pick.marked(project.id())));
        if (!project.purpose().isBlank()) screen.line("  " + project.purpose());
        for (Task each : project.tasks()) {
            LocalDate due = each.dueOn();
            screen.line(Words.of("  " + each.number() + ". " + texts.name(each.status()) + "  " + each.label())
                    .and(due == null ? "" : " " + texts.say("goal.by", due))
                    .and(late(each.isLate(today), texts)));
        }
        for (Milestone each : project.milestones()) {
            LocalDate reached = each.reachedOn();
            screen.line(Words.of("  " + texts.say("project.milestone", each.number()) + "  " + each.label() + "  ")
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
            screen.line(Words.faint("  " + texts.day(LocalDate.ofInstant(each.at(), clock.getZone())) + "  ")
                    .and(each.text()));
        }
    }

    private static Words late(boolean late, Texts texts) {
        return late ? Words.bold("  " + texts.say("project.late")) : Words.of("");
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("project", project);
        all.put("notes", notes);
        Records.write(all, to);
    }
}
