package org.eportfolio.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DepartureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A learner leaves: what they take away is packed, read back and found whole, and only then their dossiers close. They may
 * read them until a day that the school sets.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param packed hash and size of the package
 * @param dossiers how far each dossier's chain went when it was packed
 * @param verifiedAt when the package was read back; {@code null} before
 * @param closedAt when the dossiers were closed; {@code null} before
 * @param readableUntil the last day on which the learner reads them; {@code null} before
 * @param revision grows by one with each change
 */
public record Departure(
        DepartureId id,
        PersonId learner,
        Stored packed,
        List<State> dossiers,
        Instant packedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate readableUntil,
        int revision) {
    /** How many entries the chain of a dossier had. */
    public record State(UUID dossier, long entries) {
        public State {
            Objects.requireNonNull(dossier, "dossier");
        }
    }

    public Departure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(packed, "packed");
        Objects.requireNonNull(packedAt, "packedAt");
        dossiers = List.copyOf(dossiers);
        if ((closedAt == null) != (readableUntil == null) || (closedAt != null && verifiedAt == null)) {
            throw new IllegalArgumentException("what a departure says of itself fits how far it is");
        }
    }

    /** The departure once the package was read back; refused when it is not the one that was packed. */
    public Departure asVerified(Stored readBack, Instant at) {
        requireOpen();
        if (!readBack.equals(packed)) throw ConflictException.state("departure.package-differs");
        return new Departure(id, learner, packed, dossiers, packedAt, at, null, null, revision + 1);
    }

    /** The departure once the dossiers are closed; refused before the package was verified, or when they moved since. */
    public Departure asClosed(List<State> now, LocalDate until, LocalDate today, Instant at) {
        requireOpen();
        if (verifiedAt == null) throw ConflictException.state("departure.unverified");
        if (!now.equals(dossiers)) throw ConflictException.state("departure.dossier-changed");
        InvalidInputException.unless(!until.isBefore(today), "until", "departure.until-past", until);
        return new Departure(id, learner, packed, dossiers, packedAt, verifiedAt, at, until, revision + 1);
    }

    /** Whether the learner may still read. */
    public boolean readableOn(LocalDate day) {
        return readableUntil != null && !day.isAfter(readableUntil);
    }

    private void requireOpen() {
        if (closedAt != null) throw ConflictException.state("departure.closed", closedAt);
    }
}
