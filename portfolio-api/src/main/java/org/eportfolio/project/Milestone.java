package org.eportfolio.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A point that a project passes. Its day may be planned anew, never silently: the earlier days stay, each with the
 * reason why it did not hold.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param number from 1, for ever
 * @param reachedOn {@code null} while it is ahead
 * @param replannings the oldest first
 */
public record Milestone(
        int number,
        String label,
        LocalDate plannedOn,
        @Nullable LocalDate reachedOn,
        List<Replanning> replannings) {
    /** A day that was planned before, and why it did not hold. */
    public record Replanning(LocalDate plannedBefore, String reason, Instant at) {
        public Replanning {
            Objects.requireNonNull(plannedBefore, "plannedBefore");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!reason.isBlank(), "reason", "milestone.reason");
        }
    }

    public Milestone {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(plannedOn, "plannedOn");
        replannings = List.copyOf(replannings);
    }

    /**
     * The milestone once it is reached.
     *
     * @param today the day that {@code on} must not lie after
     */
    public Milestone asReached(LocalDate on, LocalDate today) {
        requireAhead();
        InvalidInputException.unless(!on.isAfter(today), "reachedOn", "milestone.later", on, today);
        return new Milestone(number, label, plannedOn, on, replannings);
    }

    /** The milestone planned for another day. */
    public Milestone asReplanned(LocalDate to, String reason, Instant at) {
        requireAhead();
        Replanning before = new Replanning(plannedOn, reason, at);
        return new Milestone(
                number,
                label,
                to,
                null,
                Stream.concat(replannings.stream(), Stream.of(before)).toList());
    }

    /** Whether its planned day is over and it is not reached. */
    public boolean isLate(LocalDate today) {
        return reachedOn == null && today.isAfter(plannedOn);
    }

    private void requireAhead() {
        if (reachedOn != null) throw ConflictException.state("milestone.reached", label, reachedOn);
    }
}
