package org.eportfolio.spi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are asked for, and where.
 *
 * @param scopes in these, each once; {@code null} for all that have a head. Where some are named, nothing of any other is
 *     looked at, so that the time it takes reveals nothing of them
 * @param kinds of rows
 * @param tokens these, compared code point by code point
 * @param beginnings and all tokens that begin with one of these
 */
public record IndexQuery(@Nullable List<Scope> scopes, Set<Kind> kinds, Set<String> tokens, Set<String> beginnings) {
    public IndexQuery {
        scopes = scopes == null ? null : List.copyOf(scopes);
        kinds = Set.copyOf(kinds);
        tokens = Set.copyOf(tokens);
        beginnings = Set.copyOf(beginnings);
        beginnings.forEach(each -> {
            if (each.isEmpty()) throw new IllegalArgumentException("everything begins with nothing");
        });
    }

    /** Whether it can find nothing. */
    public boolean isEmpty() {
        return (scopes != null && scopes.isEmpty()) || kinds.isEmpty() || (tokens.isEmpty() && beginnings.isEmpty());
    }
}
