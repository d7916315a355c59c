package org.eportfolio.core;

import static org.eportfolio.access.Permission.CONFIRM_GOAL;
import static org.eportfolio.access.Permission.KEEP_GOAL;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.core.internal.kind.GuidanceKinds.GOAL;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.core.internal.agenda.ClassWork;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.guidance.Goals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;

/** What learners aim at. The learner sets and claims; only a teacher confirms. Thread-safe. */
public final class GoalDesk {
    private final DeskContext desk;

    GoalDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Sets a goal in the actor's own dossier. */
    public Goal set(DossierId dossier, NewGoal input) {
        NewGoal given = Inputs.checked(input);
        return desk.write(dossier, KEEP_GOAL, call -> call.save("goal.set", GOAL, Goals.opened(given, null, call)));
    }

    /**
     * Marks a step as done.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     * @param step from 0
     */
    public Goal completeStep(Goal seen, int step) {
        return change(seen, KEEP_GOAL, "goal.stepped", (goal, call) -> goal.withStepDone(step));
    }

    /**
     * Marks a step as still to be done.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     * @param step from 0
     */
    public Goal reopenStep(Goal seen, int step) {
        return change(seen, KEEP_GOAL, "goal.stepped", (goal, call) -> goal.withStepOpen(step));
    }

    /**
     * The learner says that the goal is reached, and cites what shows it.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     */
    public Goal claim(Goal seen, String note, Citation... evidence) {
        Inputs.requireEach("evidence", evidence);
        String said = Inputs.words(note);
        return change(
                seen,
                KEEP_GOAL,
                "goal.claimed",
                (goal, call) ->
                        goal.withClaim(new Goal.Claim(Citations.freeze(List.of(evidence), call), said, call.now())));
    }

    /**
     * A teacher confirms the claim: the goal is reached.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     */
    public Goal confirm(Goal seen, String note) {
        return answer(seen, note, true, "goal.confirmed");
    }

    /**
     * A teacher does not confirm the claim, and says why: the goal is open again.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     */
    public Goal decline(Goal seen, String note) {
        InvalidInputException.unless(!note.isBlank(), "note", "text.blank");
        return answer(seen, note, false, "goal.declined");
    }

    private Goal answer(Goal seen, String note, boolean confirmed, String act) {
        String said = Inputs.words(note);
        return change(
                seen,
                CONFIRM_GOAL,
                act,
                (goal, call) ->
                        goal.withAnswer(new Goal.Answer(confirmed, call.person(), call.role(), said, call.now())));
    }

    /**
     * The learner gives the goal up; it stays in the dossier.
     *
     * @param seen the goal as the caller read it; a {@link ConflictException} if it changed since
     */
    public Goal abandon(Goal seen) {
        return change(seen, KEEP_GOAL, "goal.abandoned", (goal, call) -> goal.asAbandoned());
    }

    /** One goal. */
    public Goal get(DossierId dossier, GoalId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_PROGRESS, call -> call.require(GOAL, id.value()));
    }

    /**
     * A page of a dossier's goals, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Goal> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PROGRESS, call -> call.page(GOAL, request));
    }

    /**
     * A page of the goals of a dossier that the filter leaves.
     *
     * @param filter a goal waits while its claim is not answered; it has no situation
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<Goal> list(DossierId dossier, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(
                dossier, READ_PROGRESS, call -> ClassWork.in(call, wanted).ownGoals(request));
    }

    private Goal change(Goal seen, Permission permission, String act, BiFunction<Goal, DossierCall, Goal> step) {
        return desk.write(
                seen.dossier(), permission, call -> call.change(act, GOAL, seen, goal -> step.apply(goal, call)));
    }
}
