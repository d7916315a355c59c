package org.eportfolio.guidance;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;

/** When, by whom and why something of a pathway came to its end. */
public record Ending(String reason, PersonId by, Instant at) {
    public Ending {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(!reason.isBlank(), "reason", "pathway.ending-reason");
    }
}
