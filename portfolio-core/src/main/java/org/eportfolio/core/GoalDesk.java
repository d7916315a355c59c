package org.eportfolio.core;

import java.util.List;
import java.util.function.BiFunction;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.Goals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;

/** What learners aim at. The learner sets and claims; only a teacher confirms. Thread-safe. */
public final class GoalDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;

    GoalDesk(Session session, Gate gate, Catalogue catalogue) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /** Sets a goal in the actor's own dossier. */
    public Goal set(DossierId dossier, NewGoal input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_GOAL, work);
            return put(Goals.opened(input, null, opened, catalogue, work), "goal.set", opened, work);
        });
    }

    /**
     * Marks a step as done, or not done.
     *
     * @param step from 0
     */
    public Goal step(DossierId dossier, GoalId id, int step, boolean done) {
        return move(dossier, id, Permission.KEEP_GOAL, "goal.stepped", (goal, moving) -> goal.step(step, done));
    }

    /** The learner says that the goal is reached, and cites what shows it. */
    public Goal claim(DossierId dossier, GoalId id, String note, Citation... evidence) {
        Inputs.checked(new Inputs.Words(note));
        return move(
                dossier,
                id,
                Permission.KEEP_GOAL,
                "goal.claimed",
                (goal, moving) -> goal.claim(new Goal.Claim(
                        Citations.freeze(List.of(evidence), moving.opened(), gate, moving.work()),
                        note,
                        moving.work().now())));
    }

    /** A teacher confirms the claim: the goal is reached. */
    public Goal confirm(DossierId dossier, GoalId id, String note) {
        return answer(dossier, id, note, true, "goal.confirmed");
    }

    /** A teacher does not confirm the claim, and says why: the goal is open again. */
    public Goal decline(DossierId dossier, GoalId id, String note) {
        InvalidInputException.unless(!note.isBlank(), "note", "text.blank");
        return answer(dossier, id, note, false, "goal.declined");
    }

    private Goal answer(DossierId dossier, GoalId id, String note, boolean confirmed, String act) {
        Inputs.checked(new Inputs.Words(note));
        return move(
                dossier,
                id,
                Permission.CONFIRM_GOAL,
                act,
                (goal, moving) -> goal.answer(new Goal.Answer(
                        confirmed,
                        moving.opened().person(),
                        moving.opened().role(),
                        note,
                        moving.work().now())));
    }

    /** The learner gives the goal up; it stays in the dossier. */
    public Goal abandon(DossierId dossier, GoalId id) {
        return move(dossier, id, Permission.KEEP_GOAL, "goal.abandoned", (goal, moving) -> goal.abandon());
    }

    /**
     * A page of a dossier's goals, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Goal> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_PROGRESS, work);
            return work.page(GuidanceKinds.GOAL, DossierKinds.scope(dossier), request);
        });
    }

    private record Moving(Opened opened, Work work) {}

    private Goal move(
            DossierId dossier, GoalId id, Permission permission, String act, BiFunction<Goal, Moving, Goal> step) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, permission, work);
            Goal goal = work.find(GuidanceKinds.GOAL, DossierKinds.scope(dossier), id.value())
                    .orElseThrow(() -> new NotFoundException("goal", id));
            return put(step.apply(goal, new Moving(opened, work)), act, opened, work);
        });
    }

    private static Goal put(Goal goal, String act, Opened opened, Work work) {
        work.put(GuidanceKinds.GOAL, goal);
        work.journal(act, opened.person(), opened.role());
        return goal;
    }
}
