package org.eportfolio.core.internal.kind;

import java.time.Instant;
import java.util.UUID;
import org.eportfolio.id.PersonId;

/** Who was named first administrator; there is one at most. */
public record Founding(PersonId administrator, Instant at) {
    static final UUID ID = new UUID(0, 0);

    UUID id() {
        return ID;
    }
}
