package org.eportfolio.console.command.learning;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.ProductionOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.ProjectView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.View;
import org.eportfolio.core.ProjectDesk;
import org.eportfolio.dossier.Production;
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
public final class ProjectCommands extends ConsoleCommand {
    public ProjectCommands(Session session) {
        super(session);
    }

    @Command(name = "open")
    int open(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--purpose", paramLabel = "TEXT", defaultValue = "") String purpose)
            throws Exception {
        return show(lookup -> describe(
                lookup.desk()
                        .projects()
                        .open(lookup.of(target).id(), NewProject.titled(title).aiming(purpose)),
                lookup));
    }

    @Command(name = "task")
    int task(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "LABEL") String label,
            @Option(names = "--by", paramLabel = "DATE") @Nullable LocalDate by)
            throws Exception {
        return change(target, project, (desk, seen) -> desk.task(seen.dossier(), seen.id(), new NewTask(label, by)));
    }

    @Command(name = "move")
    int move(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TASK") int task,
            @Parameters(index = "3", paramLabel = "STATUS") TaskStatus to)
            throws Exception {
        return change(target, project, (desk, seen) -> desk.move(seen, task, to));
    }

    @Command(name = "milestone")
    int milestone(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "LABEL") String label,
            @Parameters(index = "3", paramLabel = "DATE") LocalDate day)
            throws Exception {
        return change(
                target,
                project,
                (desk, seen) -> desk.milestone(seen.dossier(), seen.id(), NewMilestone.of(label, day)));
    }

    @Command(name = "reach")
    int reach(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "MILESTONE") int milestone,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            LocalDate day = on == null ? lookup.today() : on;
            return describe(lookup.desk().projects().reach(items.project(project), milestone, day), lookup);
        });
    }

    @Command(name = "replan")
    int replan(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "MILESTONE") int milestone,
            @Parameters(index = "3", paramLabel = "DATE") LocalDate to,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return change(target, project, (desk, seen) -> desk.replan(seen, milestone, to, reason));
    }

    @Command(name = "note")
    int note(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            return Result.of(
                    lookup.desk()
                            .projects()
                            .note(items.id(), items.project(project).id(), text),
                    say("project.noted"));
        });
    }

    @Command(name = "close")
    int close(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PROJECT") String project)
            throws Exception {
        return change(target, project, ProjectDesk::close);
    }

    /** Makes a production of it, as evidence. */
    @Command(name = "cite")
    int cite(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT") String project,
            @Parameters(index = "2", paramLabel = "TITLE") String title,
            @Mixin ProductionOptions made)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production shown = lookup.desk()
                    .projects()
                    .cite(items.id(), items.project(project).id(), made.titled(title, items));
            return Result.of(
                    shown, StyledText.of(say("production.added", shown.title())).and(Selector.marked(shown.id())));
        });
    }

    /** A learner's projects, or one with its tasks, milestones and notes. */
    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PROJECT", arity = "0..1") @Nullable String project)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            ProjectDesk desk = lookup.desk().projects();
            if (project == null) {
                return Result.each(
                        items.all(desk::list),
                        each -> StyledText.bold(each.title()).and(Selector.marked(each.id())),
                        say("project.none"));
            }
            Project found = items.project(project);
            return new ProjectView(found, Page.all(next -> desk.notes(items.id(), found.id(), next)), lookup.clock());
        });
    }

    /** A change of a project. */
    @FunctionalInterface
    private interface Change {
        Project make(ProjectDesk desk, Project seen);
    }

    private int change(DossierArguments target, String project, Change change) throws Exception {
        return show(lookup -> {
            Project seen = lookup.of(target).project(project);
            return describe(change.make(lookup.desk().projects(), seen), lookup);
        });
    }

    private static View describe(Project project, Lookup lookup) {
        return new ProjectView(project, List.of(), lookup.clock());
    }
}
