package org.eportfolio.privacy;

import java.util.Objects;
import java.util.UUID;
import org.eportfolio.Message;

/**
 * One record of an erasure plan.
 *
 * @param scope the dossier it lives in, or the organisation (all zeros)
 * @param kind its kind by its name in the store
 * @param reason why this outcome
 */
public record PlannedRecord(
        UUID scope, String kind, UUID id, DataCategory category, ErasureOutcome outcome, Message reason) {
    public PlannedRecord {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
    }
}
