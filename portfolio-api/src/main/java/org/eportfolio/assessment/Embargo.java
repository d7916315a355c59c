package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.EmbargoId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The learners of a cohort speak first: what teachers say of their levels while it runs is not shown to a learner, nor to
 * those who read as their representatives, until the learner has said where they stand on the same competency, or the embargo
 * is over. What was shown before stays shown. Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param until the last day, in the organisation's time zone
 * @param declaredAt what was recorded before is not held back
 * @param lifting who ended it before its last day, and when; {@code null} if no one did
 * @param revision grows by one with each change
 */
public record Embargo(
        EmbargoId id,
        CohortId cohort,
        LocalDate until,
        PersonId declaredBy,
        Instant declaredAt,
        @Nullable Lifting lifting,
        int revision) {
    /** An embargo lasts at most this many days from its declaration. */
    public static final int MOST_DAYS = 366;

    /** That an embargo was ended before its last day. */
    public record Lifting(PersonId by, Instant at) {
        public Lifting {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public Embargo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(declaredBy, "declaredBy");
        Objects.requireNonNull(declaredAt, "declaredAt");
    }

    /**
     * A new embargo.
     *
     * @param zone the organisation's time zone
     */
    public static Embargo declared(
            EmbargoId id, CohortId cohort, LocalDate until, PersonId by, Instant at, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        LocalDate last = today.plusDays(MOST_DAYS);
        InvalidInputException.unless(
                !until.isBefore(today) && !until.isAfter(last), "until", "embargo.until", today, last, until);
        return new Embargo(id, cohort, until, by, at, null, 1);
    }

    /** The first instant at which it holds nothing back any more. */
    public Instant endsAt(ZoneId zone) {
        return lifting != null
                ? lifting.at()
                : until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether it runs then. */
    public boolean runsAt(Instant at, ZoneId zone) {
        return !at.isBefore(declaredAt) && at.isBefore(endsAt(zone));
    }

    /** The embargo once it is ended early; refused when it is over. */
    public Embargo asLifted(PersonId by, Instant at, ZoneId zone) {
        if (!runsAt(at, zone)) throw ConflictException.state("embargo.over");
        return new Embargo(id, cohort, until, declaredBy, declaredAt, new Lifting(by, at), revision + 1);
    }
}
