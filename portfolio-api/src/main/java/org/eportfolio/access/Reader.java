package org.eportfolio.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a service of the host, that can read something of a dossier, and by which path. A person with several paths has one entry for each.
 *
 * @param person who, a service by its {@link HostService#id}; {@code null} for bearers of a link and for peer reviewers, who are not named
 * @param path why
 * @param permissions what; empty for the bearer of a link, who reads the one thing that the path names. A
 *     representative's show published facts only. Unmodifiable, in the order of {@link Permission}
 */
public record Reader(@Nullable PersonId person, AccessPath path, Set<Permission> permissions) {
    public Reader {
        Objects.requireNonNull(path, "path");
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(permissions);
        permissions = Collections.unmodifiableSet(ordered);
    }
}
