package org.eportfolio.dossier;

import java.time.Instant;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A production that shows a company's confidential matters: it is neither shared nor sealed until it is cleared.
 *
 * @param clearedBy who cleared it; {@code null} until then
 * @param clearedAt when
 */
public record Confidentiality(
        @Nullable PersonId clearedBy, @Nullable Instant clearedAt) {
    /** Not cleared yet. */
    public static final Confidentiality KEPT = new Confidentiality(null, null);

    public boolean cleared() {
        return clearedAt != null;
    }
}
