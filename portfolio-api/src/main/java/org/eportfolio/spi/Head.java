package org.eportfolio.spi;

import java.util.Objects;

/**
 * Where a scope's journal chain stands; it names the scope's whole state.
 *
 * @param length how many entries the chain has, which is also the scope's revision
 * @param hash of the last entry
 */
public record Head(long length, Hash hash) {
    /** A scope that nothing was ever written to. */
    public static final Head EMPTY = new Head(0, Hash.NONE);

    public Head {
        Objects.requireNonNull(hash, "hash");
        if (length < 0) throw new IllegalArgumentException("a chain cannot have " + length + " entries");
    }
}
