package org.eportfolio.search;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found, as it stood when it was read for the answer.
 *
 * @param ref opens it; names the dossier that it lies in, if it lies in one
 * @param part of what the reference opens: the code of a framework's item, the id of a mission within the scenario that is
 *     opened; {@code null} for the whole
 * @param learner whose dossier it lies in; {@code null} for what lies in none
 * @param title what it is called there, with the hits in it; of feedback, its first words
 * @param snippet the piece of its text that has most of the query; empty if it has no text beside the title
 * @param at since when it stands as it does; {@code null} for people and for a framework's items
 */
public record Found(
        FoundKind kind,
        Ref ref,
        @Nullable String part,
        @Nullable PersonId learner,
        MarkedText title,
        MarkedText snippet,
        @Nullable Instant at) {
    public Found {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(snippet, "snippet");
    }
}
