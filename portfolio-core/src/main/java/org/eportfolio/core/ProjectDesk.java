package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_PRODUCTION;
import static org.eportfolio.access.Permission.KEEP_PROJECT;
import static org.eportfolio.access.Permission.READ_PRODUCTION;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.ProjectKinds.PROGRESS_NOTE;
import static org.eportfolio.core.internal.kind.ProjectKinds.PROJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.dossier.FollowUpText;
import org.eportfolio.core.internal.dossier.FrozenState;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.ProjectKinds;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProgressNoteId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * How learners follow up their projects. The learner keeps it, the team reads it; to be judged it is cited, as it stood.
 * Thread-safe.
 */
public final class ProjectDesk {
    /** How many progress notes a project takes. */
    private static final int MOST_NOTES = 1_000;

    private final DeskContext desk;
    private final ProductionMaking productions;
    private final FrozenState frozen;

    ProjectDesk(DeskContext desk, ProductionMaking productions) {
        this.desk = desk;
        this.productions = productions;
        this.frozen = new FrozenState(productions);
    }

    /** Opens the follow-up of a project in the actor's own dossier. */
    public Project open(DossierId dossier, NewProject input) {
        NewProject given = Inputs.checked(input);
        return desk.write(dossier, KEEP_PROJECT, call -> {
            Project project = new Project(
                    new ProjectId(call.newId()),
                    dossier,
                    given.title(),
                    given.purpose(),
                    List.of(),
                    List.of(),
                    null,
                    call.now(),
                    null,
                    1);
            return call.save("project.opened", PROJECT, project);
        });
    }

    /** Adds a task; its number is its place in the list. */
    public Project task(DossierId dossier, ProjectId id, NewTask input) {
        NewTask given = Inputs.checked(input);
        return add(dossier, id, "project.task-added", project -> project.with(given));
    }

    /**
     * Moves a task on, or back.
     *
     * @param seen the project as the caller read it; a {@link ConflictException} if it changed since
     * @param task its number
     */
    public Project move(Project seen, int task, TaskStatus to) {
        Objects.requireNonNull(to, "to");
        return change(
                seen, "project.task-moved", (project, at) -> project.withTask(task, each -> each.withStatus(to, at)));
    }

    /**
     * Sets the last day of a task that is not done.
     *
     * @param seen the project as the caller read it; a {@link ConflictException} if it changed since
     * @param task its number
     * @param day {@code null} for none
     */
    public Project due(Project seen, int task, @Nullable LocalDate day) {
        Inputs.requireBoundedIfGiven("day", day);
        return change(seen, "project.task-due", (project, at) -> project.withTask(task, each -> each.withLastDay(day)));
    }

    /** Adds a milestone; its number is its place in the list. */
    public Project milestone(DossierId dossier, ProjectId id, NewMilestone input) {
        NewMilestone given = Inputs.checked(input);
        return add(dossier, id, "project.milestone-added", project -> project.with(given));
    }

    /**
     * Says that a milestone was reached.
     *
     * @param seen the project as the caller read it; a {@link ConflictException} if it changed since
     * @param milestone its number
     * @param on today, or a day before
     */
    public Project reach(Project seen, int milestone, LocalDate on) {
        Inputs.requireBounded("on", on);
        return change(
                seen,
                "project.milestone-reached",
                (project, at) -> project.withMilestone(milestone, each -> each.asReached(on, dayOf(at))));
    }

    /**
     * Plans a milestone for another day and says why; the day before stays on record.
     *
     * @param seen the project as the caller read it; a {@link ConflictException} if it changed since
     * @param milestone its number
     */
    public Project replan(Project seen, int milestone, LocalDate to, String reason) {
        Inputs.requireBounded("to", to);
        String said = Inputs.words(reason);
        return change(
                seen,
                "project.milestone-replanned",
                (project, at) -> project.withMilestone(milestone, each -> each.asReplanned(to, said, at)));
    }

    /** Notes how the project stands; a note stays as it was written. */
    public ProgressNote note(DossierId dossier, ProjectId id, String text) {
        String said = Inputs.words(text);
        return desk.write(dossier, KEEP_PROJECT, call -> {
            call.require(PROJECT, id.value()).requireOpen();
            int there = call.work()
                    .view()
                    .where(ProjectKinds.notesOf(id), null, MOST_NOTES)
                    .size();
            InvalidInputException.unless(there < MOST_NOTES, "text", "project.full", MOST_NOTES);
            ProgressNote note =
                    new ProgressNote(new ProgressNoteId(call.newId()), dossier, id, said, call.person(), call.now());
            return call.save("project.noted", PROGRESS_NOTE, note);
        });
    }

    /**
     * Closes the follow-up: it is read and cited, but changes no more.
     *
     * @param seen the project as the caller read it; a {@link ConflictException} if it changed since
     */
    public Project close(Project seen) {
        return change(seen, "project.closed", Project::asClosed);
    }

    /**
     * Makes the follow-up citable: a production whose version lists tasks, milestones and notes as they stand now, and is
     * frozen. Cited again after something changed, it is a new version of the same production; if nothing changed, the same.
     *
     * @param shown title and competencies, and what the company's own tool gives: exports, links, captures
     */
    public Production cite(DossierId dossier, ProjectId id, NewProduction shown) {
        Objects.requireNonNull(shown, "shown");
        ProductionMaking.Ready ready = productions.ready(dossier, shown);
        return desk.write(dossier, KEEP_PRODUCTION, call -> {
            Project project = call.require(PROJECT, id.value());
            List<ProgressNote> notes = call.where(PROGRESS_NOTE, ProjectKinds.notesOf(id));
            boolean empty = project.tasks().isEmpty() && project.milestones().isEmpty() && notes.isEmpty();
            InvalidInputException.unless(!empty, "project", "project.empty", project.title());
            Production before = project.production() == null
                    ? null
                    : call.require(PRODUCTION, project.production().value());
            Production cited = frozen.of(
                    before,
                    ready,
                    locale -> List.of(new Piece.Text(new FollowUpText(locale, desk.zone()).of(project, notes))),
                    call);
            if (before != null && cited.equals(before)) return before;
            call.put(PRODUCTION, cited);
            if (before == null) call.put(PROJECT, project.withProduction(cited.id()));
            call.journal("project.cited");
            return cited;
        });
    }

    /** One project. */
    public Project get(DossierId dossier, ProjectId id) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.require(PROJECT, id.value()));
    }

    /**
     * A page of a dossier's projects, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Project> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.page(PROJECT, request));
    }

    /**
     * A page of a project's notes, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ProgressNote> notes(DossierId dossier, ProjectId id, PageRequest request) {
        return desk.read(dossier, READ_PRODUCTION, call -> {
            call.require(PROJECT, id.value());
            return call.page(PROGRESS_NOTE, ProjectKinds.notesOf(id), request);
        });
    }

    private Project add(DossierId dossier, ProjectId id, String act, UnaryOperator<Project> step) {
        return desk.write(dossier, KEEP_PROJECT, call -> call.change(act, PROJECT, id.value(), step));
    }

    private Project change(Project seen, String act, BiFunction<Project, Instant, Project> step) {
        return desk.write(
                seen.dossier(),
                KEEP_PROJECT,
                call -> call.change(act, PROJECT, seen, project -> step.apply(project, call.now())));
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, desk.zone());
    }
}
