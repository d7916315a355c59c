package org.eportfolio.archive;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RestorationId;

/**
 * A dossier of the school itself was brought forward from an archive, over an older backup. Who did it is in the journal.
 *
 * @param learner whose dossier it is
 * @param from how many entries its chain had here; 0 where the dossier was not here
 * @param to how many it had in the archive
 * @param anchored whether an anchor that the school had kept vouches for all of them
 * @param because the reason that was stated; empty where an anchor held
 */
public record Restoration(
        RestorationId id,
        DossierId dossier,
        PersonId learner,
        long from,
        long to,
        boolean anchored,
        String because,
        Instant at) {
    public Restoration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(at, "at");
    }
}
