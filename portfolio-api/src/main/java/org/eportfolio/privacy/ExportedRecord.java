package org.eportfolio.privacy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.spi.Stored;

/**
 * One record of a person's access export, others' ids masked.
 *
 * @param scope the dossier it lives in, or the organisation (all zeros)
 * @param kind its kind by its name in the store
 * @param provided whether the person provided it, so that it is portable (GDPR art. 20)
 * @param json its content as a JSON object
 * @param files the files that it refers to and that are the person's to have
 */
public record ExportedRecord(
        UUID scope, String kind, UUID id, DataCategory category, boolean provided, String json, List<Stored> files) {
    public ExportedRecord {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(json, "json");
        files = List.copyOf(files);
    }
}
