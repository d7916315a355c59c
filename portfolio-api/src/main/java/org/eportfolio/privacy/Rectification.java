package org.eportfolio.privacy;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RectificationId;

/**
 * The record that the controller rectified a positioning (GDPR art. 16), and on which request. The wrong one stays readable,
 * superseded by a correction that says why.
 *
 * @param wrong the positioning that was rectified
 * @param correction the assessment that stands in its place
 * @param request by which the request is found, such as its number and date
 * @param by who decided it for the controller
 */
public record Rectification(
        RectificationId id,
        DossierId dossier,
        AssessmentId wrong,
        AssessmentId correction,
        String request,
        PersonId by,
        Instant at) {
    public Rectification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(wrong, "wrong");
        Objects.requireNonNull(correction, "correction");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
