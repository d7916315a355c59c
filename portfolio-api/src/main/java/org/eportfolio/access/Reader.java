package org.eportfolio.access;

import java.util.Objects;
import java.util.Set;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can read something of a dossier, and by which way; whoever has several ways stands in the list once for
 * each.
 *
 * @param person who; {@code null} for bearers of a link and for peer reviewers, whom nobody names
 * @param way why
 * @param permissions what, by the names of the permission table, such as {@code READ_PROGRESS}; empty for the bearer of a
 *     link, who reads the one thing that the way names. A representative's hold published facts only
 */
public record Reader(@Nullable PersonId person, Way way, Set<String> permissions) {
    public Reader {
        Objects.requireNonNull(way, "way");
        permissions = Set.copyOf(permissions);
    }
}
