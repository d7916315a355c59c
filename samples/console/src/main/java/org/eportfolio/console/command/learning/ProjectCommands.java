package org.eportfolio.console.command.learning;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Made;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.ProjectView;
import org.eportfolio.console.view.Told;
import org.eportfolio.console.view.View;
import org.eportfolio.core.ProjectDesk;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.Project;
import org.eportfolio.project.TaskStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The follow-up of a project: tasks, milestones, notes. */
@Command(name = "project", synopsisSubcommandLabel = "COMMAND")
public final class ProjectCommands extends Commands {
    public ProjectCommands(Session session) {
        super(session);
    }

    @Command(name = "open")
    int open(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--purpose", paramLabel = "TEXT", defaultValue = "") String purpose)
            throws Exception {
        return show(finding -> told(
                finding.desk()
                        .projects()
                        .open(finding.of(whose).id(), NewProject.titled(title).aiming(purpose)),
                finding));
    }

    @Command(name = "task")
    int task(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "LABEL") String label,
            @Option(names = "--by", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate by)
            throws Exception {
        return change(whose, project, (desk, dossier, id) -> desk.task(dossier, id, new NewTask(label, by)));
    }

    @Command(name = "move")
    int move(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TASK") int task,
            @Parameters(index = "3", paramLabel = "STATUS") TaskStatus to)
            throws Exception {
        return change(whose, project, (desk, dossier, id) -> desk.move(dossier, id, task, to));
    }

    @Command(name = "milestone")
    int milestone(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "LABEL") String label,
            @Parameters(index = "3", paramLabel = "DATE", converter = Days.class) LocalDate day)
            throws Exception {
        return change(whose, project, (desk, dossier, id) -> desk.milestone(dossier, id, NewMilestone.of(label, day)));
    }

    @Command(name = "reach")
    int reach(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "MILESTONE") int milestone,
            @Option(names = "--on", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate on)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            LocalDate day = on == null ? finding.today() : on;
            return told(
                    finding.desk()
                            .projects()
                            .reach(things.id(), things.project(project).id(), milestone, day),
                    finding);
        });
    }

    @Command(name = "replan")
    int replan(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "MILESTONE") int milestone,
            @Parameters(index = "3", paramLabel = "DATE", converter = Days.class) LocalDate to,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return change(whose, project, (desk, dossier, id) -> desk.replan(dossier, id, milestone, to, reason));
    }

    @Command(name = "note")
    int note(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            return Told.of(
                    finding.desk()
                            .projects()
                            .note(things.id(), things.project(project).id(), text),
                    say("project.noted"));
        });
    }

    @Command(name = "close")
    int close(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "PROJECT") String project) throws Exception {
        return change(whose, project, ProjectDesk::close);
    }

    /** Makes a production of it, as evidence. */
    @Command(name = "cite")
    int cite(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TITLE") String title,
            @Mixin Made made)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production shown = finding.desk()
                    .projects()
                    .cite(things.id(), things.project(project).id(), made.titled(title, things));
            return Told.of(
                    shown, Words.of(say("production.added", shown.title())).and(Pick.marked(shown.id())));
        });
    }

    /** A learner's projects, or one with its tasks, milestones and notes. */
    @Command(name = "show")
    int show(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PROJECT", arity = "0..1") @Nullable String project)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            ProjectDesk desk = finding.desk().projects();
            if (project == null) {
                return Told.each(
                        things.all(desk::list),
                        each -> Words.bold(each.title()).and(Pick.marked(each.id())),
                        say("project.none"));
            }
            Project found = things.project(project);
            return new ProjectView(
                    found,
                    Pages.all((after, limit) -> desk.notes(things.id(), found.id(), after, limit)),
                    finding.clock());
        });
    }

    /** A change of a project. */
    @FunctionalInterface
    private interface Change {
        Project make(ProjectDesk desk, DossierId dossier, ProjectId id);
    }

    private int change(Whose whose, String project, Change change) throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            ProjectId id = things.project(project).id();
            return told(change.make(finding.desk().projects(), things.id(), id), finding);
        });
    }

    private static View told(Project project, Finding finding) {
        return new ProjectView(project, List.of(), finding.clock());
    }
}
