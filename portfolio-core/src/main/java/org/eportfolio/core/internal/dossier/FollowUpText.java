package org.eportfolio.core.internal.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;
import org.eportfolio.project.WatchEntry;

/** Writes a follow-up or a watch log as plain text, complete and in a fixed order, so that equal states read equally. */
public record FollowUpText(Locale locale, ZoneId zone) {
    public String of(Project project, List<ProgressNote> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(project.title());
        if (!project.purpose().isBlank()) lines.add(project.purpose());
        heading("told.tasks", project.tasks().isEmpty(), lines);
        project.tasks().forEach(each -> lines.add(line(each)));
        heading("told.milestones", project.milestones().isEmpty(), lines);
        project.milestones().forEach(each -> lines.add(line(each)));
        heading("told.notes", notes.isEmpty(), lines);
        notes.forEach(each -> lines.add("- " + day(each.at()) + " · " + each.text()));
        return String.join("\n", lines);
    }

    public String of(List<WatchEntry> entries) {
        List<String> lines = new ArrayList<>();
        for (WatchEntry each : entries) {
            if (!lines.isEmpty()) lines.add("");
            lines.add(each.source());
            if (each.title() != null && each.url() != null) lines.add(each.url().toString());
            lines.add(told("told.consulted", each.consultedOn()));
            lines.add(told("told.reliability", each.reliability()) + " · " + each.reason());
            lines.add(each.synthesis());
        }
        return String.join("\n", lines);
    }

    private void heading(String key, boolean empty, List<String> lines) {
        if (empty) return;
        lines.add("");
        lines.add(told(key));
    }

    private String line(Task task) {
        StringBuilder line = new StringBuilder(task.number() + ". " + task.label() + " · ");
        line.append(told("told.enum", task.status()));
        if (task.doneAt() != null) line.append(" · ").append(told("told.done", day(task.doneAt())));
        if (task.dueOn() != null) line.append(" · ").append(told("told.due", task.dueOn()));
        return line.toString();
    }

    private String line(Milestone milestone) {
        StringBuilder line = new StringBuilder(milestone.number() + ". " + milestone.label() + " · ");
        line.append(told("told.planned", milestone.plannedOn()));
        for (Milestone.Replanning each : milestone.replannings()) {
            line.append(" · ")
                    .append(told("told.planned-before", each.plannedBefore()))
                    .append(" : ")
                    .append(each.reason());
        }
        if (milestone.reachedOn() != null) line.append(" · ").append(told("told.reached", milestone.reachedOn()));
        return line.toString();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The arguments are days and constants only: what people wrote is never cut. */
    private String told(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale);
    }
}
