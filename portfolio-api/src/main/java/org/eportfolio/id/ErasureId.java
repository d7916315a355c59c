package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an erasure. Version 7: ids sort in the order of creation. */
public record ErasureId(UUID value) {
    public ErasureId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ErasureId of(String text) {
        return new ErasureId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
