package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.framework.Level;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One competency over time from one perspective.
 *
 * @param points by day of observation, then by time of recording; superseded ones included and marked
 */
public record Trajectory(Perspective perspective, List<Point> points) {
    public Trajectory {
        Objects.requireNonNull(perspective, "perspective");
        points = List.copyOf(points);
    }

    /**
     * One assessment on the way.
     *
     * @param supersededBy the correction that took its place, as far as it was recorded at the time asked about
     */
    public record Point(
            AssessmentId assessment,
            LocalDate observedOn,
            Instant recordedAt,
            Outcome outcome,
            @Nullable Level level,
            PersonId author,
            Role role,
            @Nullable AssessmentId supersededBy) {
        /** Whether it is still what its author says. */
        public boolean stands() {
            return supersededBy == null && outcome != Outcome.RETRACTED;
        }
    }

    /** The latest point that stands; empty for "nothing yet". */
    public Optional<Point> latest() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).stands()) return Optional.of(points.get(i));
        }
        return Optional.empty();
    }
}
