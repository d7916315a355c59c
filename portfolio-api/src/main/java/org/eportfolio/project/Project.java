package org.eportfolio.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * How a learner follows up a project: tasks and milestones; the progress notes stand beside it. Closed, it changes no
 * more.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param purpose what it is for; may be empty
 * @param tasks at most 200, by number
 * @param milestones at most 100, by number
 * @param production what shows the follow-up where it was cited; {@code null} while it never was
 * @param closedAt {@code null} while the project goes on
 * @param revision grows by one with each change
 */
public record Project(
        ProjectId id,
        DossierId dossier,
        String title,
        String purpose,
        List<Task> tasks,
        List<Milestone> milestones,
        @Nullable ProductionId production,
        Instant openedAt,
        @Nullable Instant closedAt,
        int revision) {
    private static final int MOST_TASKS = 200;
    private static final int MOST_MILESTONES = 100;

    public Project {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(openedAt, "openedAt");
        tasks = List.copyOf(tasks);
        milestones = List.copyOf(milestones);
        InvalidInputException.unless(tasks.size() <= MOST_TASKS, "tasks", "project.full", MOST_TASKS);
        InvalidInputException.unless(
                milestones.size() <= MOST_MILESTONES, "milestones", "project.full", MOST_MILESTONES);
    }

    /** The project with one more task, to be done. */
    public Project with(NewTask input) {
        Task task = new Task(tasks.size() + 1, input.label(), TaskStatus.TODO, input.dueOn(), null);
        return next(added(tasks, task), milestones);
    }

    /** The project with one more milestone. */
    public Project with(NewMilestone input) {
        Milestone milestone = new Milestone(milestones.size() + 1, input.label(), input.plannedOn(), null, List.of());
        return next(tasks, added(milestones, milestone));
    }

    /** The project with one of its tasks changed. */
    public Project withTask(int number, UnaryOperator<Task> step) {
        return next(changed(tasks, number, "task", step), milestones);
    }

    /** The project with one of its milestones changed. */
    public Project withMilestone(int number, UnaryOperator<Milestone> step) {
        return next(tasks, changed(milestones, number, "milestone", step));
    }

    /** The project once it is over. */
    public Project asClosed(Instant at) {
        requireOpen();
        return new Project(id, dossier, title, purpose, tasks, milestones, production, openedAt, at, revision + 1);
    }

    /** The project once this production shows how it stood; a closed one may still be cited. */
    public Project withProduction(ProductionId shown) {
        return new Project(id, dossier, title, purpose, tasks, milestones, shown, openedAt, closedAt, revision + 1);
    }

    /** Refuses any change to a project that is closed. */
    public void requireOpen() {
        if (closedAt != null) throw ConflictException.state("project.closed", title);
    }

    private Project next(List<Task> nextTasks, List<Milestone> nextMilestones) {
        requireOpen();
        return new Project(
                id, dossier, title, purpose, nextTasks, nextMilestones, production, openedAt, null, revision + 1);
    }

    private static <T> List<T> added(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> changed(List<T> list, int number, String what, UnaryOperator<T> step) {
        InvalidInputException.unless(
                number >= 1 && number <= list.size(), what, "project.no-" + what, number, list.size());
        List<T> next = new ArrayList<>(list);
        next.set(number - 1, step.apply(next.get(number - 1)));
        return next;
    }
}
