package org.eportfolio.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * A dossier that came in by an archive: the learner's history from elsewhere. It is read as the learner's other dossiers
 * are, under its own framework and scale and with its authors as they were. It is counted nowhere, and nothing is written
 * in it.
 *
 * @param learner whose dossier it is
 * @param adoptions under which it was kept there, where this school had not adopted the same
 * @param verified whether it came with its journal, so that each record can be checked against the chain. A chain is
 *     unsigned: it shows that nothing was altered on the way, not who wrote it
 * @param at when it came in
 */
public record Arrival(DossierId dossier, PersonId learner, List<AdoptionId> adoptions, boolean verified, Instant at) {
    public Arrival {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(at, "at");
        adoptions = List.copyOf(adoptions);
    }
}
