package org.eportfolio.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

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
 * @param school what the archive calls the school that wrote it, which nothing proves; {@code null} where it names none
 * @param beyond of which dossier of this school's own it claims to be another state; {@code null} for all others
 */
public record Arrival(
        DossierId dossier,
        PersonId learner,
        List<AdoptionId> adoptions,
        boolean verified,
        Instant at,
        @Nullable String school,
        @Nullable Beyond beyond) {
    public Arrival {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(at, "at");
        adoptions = List.copyOf(adoptions);
    }

    /**
     * That an archive had more of a dossier than the school that keeps it can prove. A copy of the whole, as the archive had
     * it, stands beside the school's own under an id of its own.
     *
     * @param own the school's own dossier, in which nothing changed
     * @param proven up to which entry of the journal the school's own goes
     * @param entries how many entries the archive had; 0 for a take-away, which has none, so that nothing shows which of the
     *     two is newer
     */
    public record Beyond(DossierId own, long proven, long entries) {
        public Beyond {
            Objects.requireNonNull(own, "own");
        }
    }
}
