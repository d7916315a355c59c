package org.eportfolio.spi;

import java.util.Objects;

/**
 * A way to find rows across scopes: all rows that carry an equal key. Keys of different names never meet.
 *
 * @param name what the key means, such as {@code membership.cohort}: shaped like a {@link Kind}, dots allowed
 * @param value compared exactly, code point by code point; may be personal data, and leaves with its row
 */
public record Key(String name, String value) {
    public Key {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        if (name.isEmpty()) throw new IllegalArgumentException("a key has a name");
    }
}
