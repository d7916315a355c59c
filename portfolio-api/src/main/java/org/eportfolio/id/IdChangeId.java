package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a step by which an id of a person became another. Version 7: ids sort in the order of creation. */
public record IdChangeId(UUID value) {
    public IdChangeId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static IdChangeId of(String text) {
        return new IdChangeId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
