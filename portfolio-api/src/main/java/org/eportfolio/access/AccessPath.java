package org.eportfolio.access;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * How an actor reaches something.
 *
 * @param role in which they act; {@code null} for the bearer of a link
 * @param steps from the actor to what they reach, at least one: grant, cohort, the learner's membership
 */
public record AccessPath(@Nullable Role role, List<AccessStep> steps) {
    public AccessPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("a path has at least one step");
    }

    /** A path of one step. */
    public static AccessPath of(@Nullable Role role, AccessStep step) {
        return new AccessPath(role, List.of(step));
    }

    /** This path with one more step. */
    public AccessPath then(AccessStep step) {
        List<AccessStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new AccessPath(role, longer);
    }
}
