package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.util.UUID;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A reading of something in another person's dossier, before it is written to the log.
 *
 * @param kind {@link Work#WHOLE} where it is not known that it is about one kind alone
 * @param object {@code null} for no one record
 */
record NotedReading(
        Scope dossier,
        String person,
        String role,
        String kind,
        @Nullable UUID object) {
    NotedReading about(String ofKind, @Nullable UUID one) {
        return new NotedReading(dossier, person, role, ofKind, one);
    }

    LoggedReading logged(UUID id, Instant at) {
        return new LoggedReading(id, dossier, at, person, role, kind, object);
    }
}
