package org.eportfolio.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a learner sets out to reach. It is <em>reached</em> only when the learner claims it with evidence and a teacher
 * confirms; either may be asked to look again.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param dueOn the last day
 * @param claim the learner's latest claim; kept when it is answered
 * @param answer the teacher's answer to that claim; {@code null} while none was given
 * @param interview where it was agreed on; {@code null} for one that the learner set alone
 * @param revision grows by one with each change
 */
public record Goal(
        GoalId id,
        DossierId dossier,
        AdoptionId adoption,
        Code competency,
        LevelId target,
        LocalDate dueOn,
        List<Step> steps,
        Status status,
        @Nullable Claim claim,
        @Nullable Answer answer,
        @Nullable InterviewId interview,
        Instant setAt,
        int revision) {
    /** How far a goal is. */
    public enum Status {
        OPEN,
        CLAIMED,
        REACHED,
        ABANDONED
    }

    /** The learner says that the goal is reached, and shows it. */
    public record Claim(List<Evidence> evidence, String note, Instant at) {
        public Claim {
            evidence = List.copyOf(evidence);
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!evidence.isEmpty(), "evidence", "goal.claim-without-evidence");
        }
    }

    /** A teacher's answer to a claim. */
    public record Answer(boolean confirmed, PersonId by, Role role, String note, Instant at) {
        public Answer {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(at, "at");
        }
    }

    public Goal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(setAt, "setAt");
        steps = List.copyOf(steps);
    }

    /** The goal with this step done; steps count from 0. Only while the goal is open. */
    public Goal withStepDone(int index) {
        return withStep(index, true);
    }

    /** The goal with this step open again; steps count from 0. Only while the goal is open. */
    public Goal withStepOpen(int index) {
        return withStep(index, false);
    }

    private Goal withStep(int index, boolean done) {
        require(Status.OPEN, "goal.step");
        InvalidInputException.unless(
                index >= 0 && index < steps.size(), "step", "goal.no-step", index + 1, steps.size());
        List<Step> next = new ArrayList<>(steps);
        next.set(index, new Step(next.get(index).text(), done));
        return new Goal(
                id,
                dossier,
                adoption,
                competency,
                target,
                dueOn,
                next,
                status,
                claim,
                answer,
                interview,
                setAt,
                revision + 1);
    }

    /** The goal once its learner claims to have reached it. */
    public Goal withClaim(Claim made) {
        require(Status.OPEN, "goal.claim");
        return moved(Status.CLAIMED, made, null);
    }

    /** The goal once a teacher has answered the claim: reached, or open again. */
    public Goal withAnswer(Answer given) {
        require(Status.CLAIMED, "goal.answer");
        return moved(given.confirmed() ? Status.REACHED : Status.OPEN, claim, given);
    }

    /** The goal once its learner gives it up. */
    public Goal asAbandoned() {
        if (status == Status.REACHED || status == Status.ABANDONED)
            throw ConflictException.state("goal.abandon", status);
        return moved(Status.ABANDONED, claim, answer);
    }

    private Goal moved(Status to, @Nullable Claim made, @Nullable Answer given) {
        return new Goal(
                id,
                dossier,
                adoption,
                competency,
                target,
                dueOn,
                steps,
                to,
                made,
                given,
                interview,
                setAt,
                revision + 1);
    }

    private void require(Status wanted, String key) {
        if (status != wanted) throw ConflictException.state(key, status);
    }
}
