package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a reflection, from its draft on. Version 7: ids sort in the order of creation. */
public record ReflectionId(UUID value) {
    public ReflectionId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ReflectionId of(String text) {
        return new ReflectionId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
