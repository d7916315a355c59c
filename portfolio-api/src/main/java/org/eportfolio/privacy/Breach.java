package org.eportfolio.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.BreachId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A breach of personal data in the controller's documentation (GDPR art. 33(5)): the facts, and once it is settled the effects
 * and what was done. Immutable and thread-safe. Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param since the first day on which the data may have been reached
 * @param noticedAt when the controller knew of it
 * @param facts what happened, without names of people
 * @param categories which data were reached, in the order of the constants
 * @param people about how many people were reached
 * @param settlement {@code null} while it is open
 * @param revision grows by one with each change
 */
public record Breach(
        BreachId id,
        LocalDate since,
        Instant noticedAt,
        String facts,
        Set<DataCategory> categories,
        int people,
        PersonId recordedBy,
        Instant recordedAt,
        @Nullable Settlement settlement,
        int revision) {
    private static final Duration TO_NOTIFY = Duration.ofHours(72);

    /**
     * How it ended.
     *
     * @param effects what it meant for those concerned
     * @param measures what was done to end it and to limit the effects
     * @param notifiedAt when the supervisory authority was notified; {@code null} if it was not
     * @param informedOn when those concerned were informed (GDPR art. 34); {@code null} if they were not
     * @param reason why the authority was not notified, or later than after 72 hours; may be empty otherwise
     */
    public record Settlement(
            String effects,
            String measures,
            @Nullable Instant notifiedAt,
            @Nullable LocalDate informedOn,
            String reason,
            PersonId by,
            Instant at) {
        public Settlement {
            Objects.requireNonNull(effects, "effects");
            Objects.requireNonNull(measures, "measures");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public Breach {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(noticedAt, "noticedAt");
        Objects.requireNonNull(facts, "facts");
        EnumSet<DataCategory> ordered = EnumSet.noneOf(DataCategory.class);
        ordered.addAll(categories);
        categories = Collections.unmodifiableSet(ordered);
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Until when the supervisory authority is notified, where the breach is a risk for people: 72 hours (GDPR art. 33(1)). */
    public Instant notifyBy() {
        return noticedAt.plus(TO_NOTIFY);
    }

    /**
     * The breach as it stands once settled; it is settled once. Where the authority was not notified, or later than
     * {@link #notifyBy}, the reason is stated (GDPR art. 33(1)).
     */
    public Breach asSettled(Settlement ended) {
        if (settlement != null) throw ConflictException.state("breach.settled", settlement.at());
        Instant notified = ended.notifiedAt();
        InvalidInputException.unless(
                notified == null || !notified.isBefore(noticedAt), "notifiedAt", "breach.notified-before");
        boolean inTime = notified != null && !notified.isAfter(notifyBy());
        InvalidInputException.unless(inTime || !ended.reason().isBlank(), "reason", "breach.reason");
        return new Breach(id, since, noticedAt, facts, categories, people, recordedBy, recordedAt, ended, revision + 1);
    }
}
