package org.eportfolio.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The head of the school reads one dossier, for a stated reason and for some hours (<em>accès exceptionnel</em>): what the
 * learner's teachers read, and no more. The learner sees it as long as the dossier is kept.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param reason why; the learner reads it, so it names no other person
 * @param openedBy the head who asked; the dossier opens to no other head
 * @param endsAt the first instant at which it is closed again, unless it was ended earlier
 * @param ending who ended it before its hours were over, and when; {@code null} if no one did
 * @param revision grows by one with each change
 */
public record ExceptionalAccess(
        ExceptionalAccessId id,
        DossierId dossier,
        @Prose(max = 10_000) String reason,
        PersonId openedBy,
        Instant openedAt,
        Instant endsAt,
        @Nullable EndedEarly ending,
        int revision) {
    /** A dossier is opened for this many hours at most; after that the head states the reason again. */
    public static final int MOST_HOURS = 72;

    /** That it was ended before its hours were over. */
    public record EndedEarly(PersonId by, Instant at) {
        public EndedEarly {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public ExceptionalAccess {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(openedBy, "openedBy");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(endsAt, "endsAt");
        InvalidInputException.unless(!reason.isBlank(), "reason", "text.blank");
    }

    /**
     * A new one, from an instant on.
     *
     * @param hours from 1 to {@value #MOST_HOURS}
     */
    public static ExceptionalAccess opened(
            ExceptionalAccessId id, DossierId dossier, String reason, int hours, PersonId by, Instant at) {
        InvalidInputException.unless(
                hours >= 1 && hours <= MOST_HOURS, "hours", "exceptional-access.hours", MOST_HOURS, hours);
        return new ExceptionalAccess(id, dossier, reason, by, at, at.plus(Duration.ofHours(hours)), null, 1);
    }

    /** The first instant at which the dossier is closed again. */
    public Instant closedFrom() {
        return ending == null ? endsAt : ending.at();
    }

    /** Whether the dossier is open then. */
    public boolean runsAt(Instant at) {
        return !at.isBefore(openedAt) && at.isBefore(closedFrom());
    }

    /** The access once it is ended early; refused when it is over. */
    public ExceptionalAccess asEnded(PersonId by, Instant at) {
        if (!runsAt(at)) throw ConflictException.state("exceptional-access.over");
        return new ExceptionalAccess(
                id, dossier, reason, openedBy, openedAt, endsAt, new EndedEarly(by, at), revision + 1);
    }
}
