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
        notes.forEach(each -> lines.add("- " + day(each.at()) + text("told.separator") + each.text()));
        return String.join("\n", lines);
    }

    public String of(List<WatchEntry> entries) {
        List<String> lines = new ArrayList<>();
        for (WatchEntry each : entries) {
            if (!lines.isEmpty()) lines.add("");
            lines.add(each.source());
            if (each.title() != null && each.url() != null) lines.add(each.url().toString());
            lines.add(text("told.consulted", each.consultedOn()));
            lines.add(text("told.reliability", each.reliability()) + text("told.separator") + each.reason());
            lines.add(each.synthesis());
        }
        return String.join("\n", lines);
    }

    private void heading(String key, boolean empty, List<String> lines) {
        if (empty) return;
        lines.add("");
        lines.add(text(key));
    }

    private String line(Task task) {
        List<String> parts = new ArrayList<>();
        parts.add(text("told.numbered", task.number()) + task.label());
        parts.add(text("told.enum", task.status()));
        if (task.doneAt() != null) parts.add(text("told.done", day(task.doneAt())));
        if (task.dueOn() != null) parts.add(text("told.due", task.dueOn()));
        return String.join(text("told.separator"), parts);
    }

    private String line(Milestone milestone) {
        List<String> parts = new ArrayList<>();
        parts.add(text("told.numbered", milestone.number()) + milestone.label());
        parts.add(text("told.planned", milestone.plannedOn()));
        for (Milestone.Replanning each : milestone.replannings()) {
            parts.add(text("told.planned-before", each.plannedBefore()) + each.reason());
        }
        if (milestone.reachedOn() != null) parts.add(text("told.reached", milestone.reachedOn()));
        return String.join(text("told.separator"), parts);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The arguments are days and constants only: what people wrote is never cut. */
    private String text(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale);
    }
}
