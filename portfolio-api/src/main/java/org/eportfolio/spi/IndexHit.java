package org.eportfolio.spi;

import java.util.Objects;

/**
 * A token that a row is found by.
 *
 * @param at of the {@link IndexedRow}
 * @param flags of the token in that row
 */
public record IndexHit(RowName name, long at, String token, int flags) {
    public IndexHit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(token, "token");
    }
}
