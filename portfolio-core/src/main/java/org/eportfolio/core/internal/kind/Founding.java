package org.eportfolio.core.internal.kind;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who was named first administrator, and where the organisation is; there is one at most.
 *
 * @param zone the id of the time zone in which days are read; {@code null} where no version kept it yet
 */
public record Founding(
        PersonId administrator, Instant at, @Nullable String zone) {
    /** The only one's. */
    public static final UUID ID = new UUID(0, 0);

    UUID id() {
        return ID;
    }

    /** The same organisation, in another zone. */
    public Founding in(ZoneId other) {
        return new Founding(administrator, at, other.getId());
    }
}
