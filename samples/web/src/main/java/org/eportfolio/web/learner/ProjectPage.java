package org.eportfolio.web.learner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;
import org.eportfolio.project.TaskStatus;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of a project: what is to do, what is being done, what is done, and the milestones. */
@Controller
final class ProjectPage {
    private static final int SHOWN = 50;

    private final Words words;

    ProjectPage(Words words) {
        this.words = words;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/projects";
    }

    private static String address(DossierId dossier, ProjectId id) {
        return address(dossier) + "/" + id;
    }

    @GetMapping("/dossiers/{dossier}/projects")
    String list(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        List<Line> all = desk.projects().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Line(
                        each.title(), words.day(each.openedAt(), desk.clock().getZone()), address(dossier, each.id())))
                .toList();
        Sheet sheet = pages.sheet(words.say("projects"))
                .with(Section.of("all", words.say("projects.all")).lines(all).none(words.say("projects.none")));
        if (pages.may(Permission.KEEP_PROJECT)) sheet = sheet.with(beginning(dossier));
        return sheet.show(model);
    }

    private Section beginning(DossierId dossier) {
        return Section.of("new", words.say("project.new"))
                .form(Form.to("project", address(dossier), words.say("project.begin"))
                        .field(
                                Field.line("title", words.say("project.title"), null),
                                Field.text("purpose", words.say("project.purpose"), null))
                        .once());
    }

    @PostMapping("/dossiers/{dossier}/projects")
    String begin(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("project", typed, next).then(address(dossier), form -> {
            NewProject input = NewProject.titled(form.needed("title")).aiming(form.orEmpty("purpose"));
            Project made = form.once(desk, d -> d.projects().open(dossier, input));
            form.leadsTo(address(dossier, made.id()));
            return words.say("project.begun");
        });
    }

    @GetMapping("/dossiers/{dossier}/projects/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable ProjectId id, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        Project project = desk.projects().get(dossier, id);
        boolean open = project.closedAt() == null && pages.may(Permission.KEEP_PROJECT);
        LocalDate today = LocalDate.now(desk.clock());
        Sheet sheet = pages.sheet(project.title());
        if (!project.purpose().isBlank()) sheet = sheet.lead(project.purpose());
        for (TaskStatus each : TaskStatus.values()) sheet = sheet.with(tasks(project, each, open, today));
        sheet = sheet.with(milestones(project, open, today)).with(notes(desk, project, open));
        return (open ? sheet.with(closing(project)) : sheet).show(model);
    }

    private Section tasks(Project project, TaskStatus status, boolean open, LocalDate today) {
        List<Table.Row> rows = project.tasks().stream()
                .filter(each -> each.status() == status)
                .map(each -> task(project, each, open, today))
                .toList();
        Section section = Section.of("tasks-" + status.name(), Words.name(status))
                .table(Table.under(words.say("project.task"), words.say("project.due"))
                        .rows(rows))
                .none(words.say("project.task.none"));
        if (!open || status != TaskStatus.TODO) return section;
        return section.form(
                Form.to("task", address(project.dossier(), project.id()) + "/tasks", words.say("project.task.add"))
                        .field(
                                Field.line("label", words.say("project.task"), null),
                                Field.day("dueOn", words.say("project.due"), null))
                        .once());
    }

    private Table.Row task(Project project, Task task, boolean open, LocalDate today) {
        Table.Row row = Table.row(task.label(), due(task.dueOn(), task.isLate(today)));
        if (!open) return row;
        String to = address(project.dossier(), project.id()) + "/tasks/" + task.number() + "/";
        for (TaskStatus each : TaskStatus.values()) {
            if (each == task.status()) continue;
            String button = words.say("project.to." + each.name());
            row = row.form(Form.small("move-" + task.number() + "-" + each.name(), to + each.name(), button)
                    .seen(project.revision()));
        }
        return row;
    }

    private String due(@Nullable LocalDate day, boolean late) {
        if (day == null) return "";
        return late ? words.say("project.late", words.day(day)) : words.day(day);
    }

    private Section milestones(Project project, boolean open, LocalDate today) {
        List<Table.Row> rows = new ArrayList<>();
        for (Milestone each : project.milestones()) {
            LocalDate reached = each.reachedOn();
            Table.Row row = Table.row(each.label(), planned(each, today), reached == null ? "" : words.day(reached));
            String to = address(project.dossier(), project.id()) + "/milestones/" + each.number();
            if (open && reached == null) {
                row = row.form(Form.small("reach-" + each.number(), to + "/reach", words.say("project.reach"))
                        .seen(project.revision()));
            }
            rows.add(row);
        }
        Section section = Section.of("milestones", words.say("project.milestones"))
                .table(Table.under(
                                words.say("project.milestone"),
                                words.say("project.planned"),
                                words.say("project.reached"))
                        .rows(rows))
                .none(words.say("project.milestone.none"));
        if (!open) return section;
        return replanning(project, section)
                .form(Form.to(
                                "milestone",
                                address(project.dossier(), project.id()) + "/milestones",
                                words.say("project.milestone.add"))
                        .field(
                                Field.line("label", words.say("project.milestone"), null),
                                Field.day("plannedOn", words.say("project.planned"), today.plusWeeks(2)))
                        .once());
    }

    /** The day, and below it each day before with the reason why it did not hold. */
    private String planned(Milestone milestone, LocalDate today) {
        List<String> lines = new ArrayList<>(List.of(due(milestone.plannedOn(), milestone.isLate(today))));
        milestone
                .replannings()
                .forEach(each ->
                        lines.add(words.say("project.replanned-from", words.day(each.plannedBefore()), each.reason())));
        return String.join("\n", lines);
    }

    private Section replanning(Project project, Section section) {
        List<Choice> ahead = project.milestones().stream()
                .filter(each -> each.reachedOn() == null)
                .map(each -> new Choice(Integer.toString(each.number()), each.label()))
                .toList();
        if (ahead.isEmpty()) return section;
        return section.form(
                Form.to("replan", address(project.dossier(), project.id()) + "/replan", words.say("project.replan"))
                        .seen(project.revision())
                        .field(
                                Field.choice("number", words.say("project.replan.which"), ahead, null),
                                Field.day("to", words.say("project.replan.to"), null),
                                Field.line("reason", words.say("project.replan.why"), null)));
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/replan")
    String replan(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("replan", typed, next).then(address(dossier, id), form -> {
            Project seen = desk.projects().get(dossier, id);
            form.unmoved("project", seen.revision());
            desk.projects().replan(seen, form.number("number"), form.neededDay("to"), form.needed("reason"));
            return words.say("project.replanned");
        });
    }

    private Section notes(Desk desk, Project project, boolean open) {
        List<Line> all =
                desk.projects().notes(project.dossier(), project.id(), PageRequest.newest(SHOWN)).items().stream()
                        .map(each -> new Line(
                                each.text(), words.day(each.at(), desk.clock().getZone()), null))
                        .toList();
        Section section =
                Section.of("notes", words.say("project.notes")).lines(all).none(words.say("project.note.none"));
        if (!open) return section;
        return section.form(
                Form.to("note", address(project.dossier(), project.id()) + "/notes", words.say("project.note.add"))
                        .field(Field.text("text", words.say("project.note"), null))
                        .once());
    }

    private Section closing(Project project) {
        return Section.of("end", words.say("project.end"))
                .form(Form.to("close", address(project.dossier(), project.id()) + "/close", words.say("project.close"))
                        .seen(project.revision())
                        .last(words.say("project.close.sure")));
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/tasks")
    String task(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("task", typed, next).then(address(dossier, id), form -> {
            NewTask input = NewTask.of(form.needed("label"));
            LocalDate due = form.day("dueOn");
            NewTask dated = due == null ? input : input.by(due);
            Project unused = form.once(desk, d -> d.projects().task(dossier, id, dated));
            return words.say("project.task.added");
        });
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/tasks/{number}/{status}")
    String move(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @PathVariable int number,
            @PathVariable TaskStatus status,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("move-" + number + "-" + status.name(), typed, next).then(address(dossier, id), form -> {
            Project seen = desk.projects().get(dossier, id);
            form.unmoved("project", seen.revision());
            desk.projects().move(seen, number, status);
            return words.say("project.task.moved", Words.name(status));
        });
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/milestones")
    String milestone(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("milestone", typed, next).then(address(dossier, id), form -> {
            NewMilestone input = NewMilestone.of(form.needed("label"), form.neededDay("plannedOn"));
            Project unused = form.once(desk, d -> d.projects().milestone(dossier, id, input));
            return words.say("project.milestone.added");
        });
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/milestones/{number}/reach")
    String reach(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("reach-" + number, typed, next).then(address(dossier, id), form -> {
            Project seen = desk.projects().get(dossier, id);
            form.unmoved("project", seen.revision());
            desk.projects().reach(seen, number, LocalDate.now(desk.clock()));
            return words.say("project.milestone.reached");
        });
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/notes")
    String note(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("note", typed, next).then(address(dossier, id), form -> {
            String text = form.needed("text");
            Object unused = form.once(desk, d -> d.projects().note(dossier, id, text));
            return words.say("project.noted");
        });
    }

    @PostMapping("/dossiers/{dossier}/projects/{id}/close")
    String close(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProjectId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("close", typed, next).then(address(dossier, id), form -> {
            form.sure();
            Project seen = desk.projects().get(dossier, id);
            form.unmoved("project", seen.revision());
            desk.projects().close(seen);
            return words.say("project.closed");
        });
    }
}
