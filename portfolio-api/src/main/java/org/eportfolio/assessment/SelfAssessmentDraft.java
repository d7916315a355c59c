package org.eportfolio.assessment;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;

/**
 * A self-assessment that only its learner sees, until it is published.
 *
 * @param content as far as it is written
 * @param revision grows by one with each change
 */
public record SelfAssessmentDraft(
        DraftId id, DossierId dossier, NewSelfAssessment content, Instant savedAt, int revision) {
    public SelfAssessmentDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(savedAt, "savedAt");
    }
}
