package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A class-wide entry of which something still stands, and so can be taken back by its author.
 *
 * @param entry with the dossiers in which it stands and that are open to the reader
 * @param levels what it says in each of these dossiers
 */
public record StandingClassEntry(
        ClassEntry entry,
        AdoptionId adoption,
        Code competency,
        LocalDate observedOn,
        Instant recordedAt,
        @Nullable String because,
        Map<DossierId, LevelId> levels) {
    public StandingClassEntry {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(observedOn, "observedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        levels = Map.copyOf(levels);
    }

    /** Who made it. */
    public PersonId author() {
        return entry.author();
    }
}
