package org.eportfolio.access;

import java.util.List;
import java.util.Objects;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * How somebody gets at something.
 *
 * @param role in which they act; {@code null} for the bearer of a link
 * @param chain from whoever acts to what they get at, at least one step: grant, cohort, the learner's membership
 */
public record Way(@Nullable Role role, List<Ground> chain) {
    public Way {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("a way has at least one step");
        for (Ground each : chain) Objects.requireNonNull(each, "ground");
    }
}
