package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.FormerLevelId;
import org.jspecify.annotations.Nullable;

/**
 * A level that a learner had been given before it came in from a sheet. It is history: shown with its source and its day,
 * as it was written there, and counted nowhere. It is no assessment of the school's and of none of its scales.
 *
 * @param batch the import by which it came in
 * @param competency its code under the adoption; {@code null} where the sheet has words only
 * @param adoption exactly when there is a code
 * @param wording what the level is of, in the sheet's words; possibly empty where there is a code
 * @param level the level as the sheet has it
 * @param on the day on which it was given there
 * @param source where it comes from, such as {@code Pronote, 2024-2025}
 * @param author who gave it, as the sheet says it: a name or a role; {@code null} where it says nothing
 */
public record FormerLevel(
        FormerLevelId id,
        DossierId dossier,
        FormerImportId batch,
        @Nullable Code competency,
        @Nullable AdoptionId adoption,
        String wording,
        String level,
        LocalDate on,
        String source,
        @Nullable String author,
        Instant importedAt) {
    public FormerLevel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(importedAt, "importedAt");
        if ((competency == null) != (adoption == null)) {
            throw new IllegalArgumentException("a code is one of an adoption");
        }
    }

    /** Whether the other says the same of the same dossier. */
    public boolean saysTheSameAs(FormerLevel other) {
        return dossier.equals(other.dossier)
                && Objects.equals(competency, other.competency)
                && Objects.equals(adoption, other.adoption)
                && wording.equals(other.wording)
                && level.equals(other.level)
                && on.equals(other.on)
                && source.equals(other.source)
                && Objects.equals(author, other.author);
    }
}
