package org.eportfolio.school;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * When something holds.
 *
 * @param from the first instant
 * @param until the first instant at which it no longer holds; {@code null} when no end is set
 */
public record Period(Instant from, @Nullable Instant until) {
    public Period {
        Objects.requireNonNull(from, "from");
        InvalidInputException.unless(until == null || !until.isBefore(from), "until", "period.reversed");
    }

    public static Period since(Instant from) {
        return new Period(from, null);
    }

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** Whether it holds then, or begins later. One that ended before it began never holds. */
    public boolean endsAfter(Instant at) {
        return until == null || at.isBefore(until) && from.isBefore(until);
    }

    /** The same period ending at this instant, or earlier if it ended before. */
    public Period endedAt(Instant end) {
        if (until != null && until.isBefore(end)) return this;
        return new Period(from, end.isBefore(from) ? from : end);
    }
}
