package org.eportfolio.guidance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;

/**
 * A learner's own way through the training (« individualiser les parcours d'apprentissage »): the steps that teachers
 * chose for them, in the order in which they were added. What is adapted on the way is an {@link Adaptation}.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param revision grows by one with each change; 0 for a pathway that has not begun
 */
public record Pathway(DossierId dossier, List<PathwayStep> steps, int revision) {
    /** How many steps a pathway has at most, done and dropped ones included. */
    public static final int MOST_STEPS = 200;

    public Pathway {
        Objects.requireNonNull(dossier, "dossier");
        steps = List.copyOf(steps);
    }

    /** The pathway of a dossier in which nothing was added yet. */
    public static Pathway empty(DossierId dossier) {
        return new Pathway(dossier, List.of(), 0);
    }

    /** The number that the next step will have. */
    public int nextNumber() {
        return steps.size() + 1;
    }

    /** The pathway with one more step at its end. */
    public Pathway with(PathwayStep step) {
        if (step.number() != nextNumber()) throw new IllegalArgumentException("steps are numbered in their order");
        if (steps.size() == MOST_STEPS) throw ConflictException.state("pathway.full", MOST_STEPS);
        return new Pathway(
                dossier, Stream.concat(steps.stream(), Stream.of(step)).toList(), revision + 1);
    }

    /** The step with this number, from 1. */
    public PathwayStep step(int number) {
        InvalidInputException.unless(
                number >= 1 && number <= steps.size(), "step", "pathway.no-step", number, steps.size());
        return steps.get(number - 1);
    }

    /** The pathway with this step done. */
    public Pathway withStepDone(int number, Instant at) {
        return changed(number, step -> step.done(at));
    }

    /** The pathway with this step to be done again. */
    public Pathway withStepOpen(int number) {
        return changed(number, step -> step.done(null));
    }

    /** The pathway without this step; it stays readable as dropped. */
    public Pathway withStepDropped(int number, Ending why) {
        return changed(number, step -> step.dropped(why));
    }

    private Pathway changed(int number, UnaryOperator<PathwayStep> change) {
        PathwayStep changed = change.apply(step(number));
        List<PathwayStep> next = new ArrayList<>(steps);
        next.set(number - 1, changed);
        return new Pathway(dossier, next, revision + 1);
    }
}
