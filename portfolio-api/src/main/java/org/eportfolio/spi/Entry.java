package org.eportfolio.spi;

import java.util.Objects;

/**
 * One journal entry of a scope's chain. A store keeps it as it is and computes nothing from it.
 *
 * @param scope whose chain
 * @param number its place in the chain, from 1 without a gap
 * @param hash of the entry before and of this body, computed by core
 * @param body JSON text, given back exactly
 */
public record Entry(Scope scope, long number, Hash hash, String body) {
    public Entry {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(body, "body");
        if (number < 1) throw new IllegalArgumentException("entries are numbered from 1, not " + number);
    }

    /** The head of the chain once this entry is its last. */
    public Head head() {
        return new Head(number, hash);
    }
}
