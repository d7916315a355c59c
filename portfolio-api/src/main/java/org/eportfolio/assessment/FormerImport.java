package org.eportfolio.assessment;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An import of former levels from one sheet. Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param source what was stated of the sheet as a whole
 * @param levels how many came in
 * @param learners of how many learners
 * @param removal when and why they were all taken out again; {@code null} while they stand
 * @param revision grows by one with each change
 */
public record FormerImport(
        FormerImportId id,
        String source,
        int levels,
        int learners,
        PersonId importedBy,
        Instant importedAt,
        @Nullable Removal removal,
        int revision) {
    /** That all levels of an import were taken out. */
    public record Removal(String reason, PersonId by, Instant at) {
        public Removal {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public FormerImport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(importedBy, "importedBy");
        Objects.requireNonNull(importedAt, "importedAt");
    }

    /** The import once its levels are taken out; refused when they were before. */
    public FormerImport asRemoved(Removal removing) {
        if (removal != null) throw ConflictException.state("former.removed", removal.at());
        return new FormerImport(id, source, levels, learners, importedBy, importedAt, removing, revision + 1);
    }
}
