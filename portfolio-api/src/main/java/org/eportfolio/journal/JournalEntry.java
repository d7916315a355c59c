package org.eportfolio.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * One act in one scope: a dossier, or the organisation. No personal data: the actor is an alias that means something in
 * this scope only, and each object's hash is keyed by a secret that leaves with the object.
 *
 * @param scope the dossier's id, or the nil UUID for the organisation
 * @param number the place in the scope's chain, from 1
 * @param change the same for all entries of one call
 * @param alias of the actor in this scope; {@code null} for the system
 * @param role in which the actor acted; {@code null} for the system
 * @param act what was done, such as {@code assessment.positioned}
 * @param objects what it was done to
 */
public record JournalEntry(
        UUID scope,
        long number,
        UUID change,
        Instant at,
        @Nullable UUID alias,
        @Nullable Role role,
        String act,
        List<Item> objects) {
    public JournalEntry {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(act, "act");
        objects = List.copyOf(objects);
    }

    /**
     * A record that the act wrote or removed.
     *
     * @param hash keyed hash of its new content; {@code null} when it was removed
     */
    public record Item(String kind, UUID id, @Nullable Hash hash) {
        public Item {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }
}
