package org.eportfolio.assessment;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AssessmentId;

/** Which earlier assessment this one takes the place of, and why. Both are of the same author, unless the controller rectifies. */
public record Supersession(AssessmentId earlier, String reason) {
    public Supersession {
        Objects.requireNonNull(earlier, "earlier");
        InvalidInputException.unless(!reason.isBlank(), "reason", "assessment.reason");
    }
}
