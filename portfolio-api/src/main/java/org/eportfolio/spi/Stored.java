package org.eportfolio.spi;

import java.util.Objects;

/**
 * A file in a {@link ContentStore}.
 *
 * @param sha256 of its bytes
 * @param size in bytes
 */
public record Stored(Hash sha256, long size) {
    public Stored {
        Objects.requireNonNull(sha256, "sha256");
        if (size < 0) throw new IllegalArgumentException("a size cannot be " + size);
    }
}
