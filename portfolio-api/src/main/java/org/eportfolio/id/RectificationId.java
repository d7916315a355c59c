package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a rectification by the controller. Version 7: ids sort in the order of creation. */
public record RectificationId(UUID value) {
    public RectificationId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static RectificationId of(String text) {
        return new RectificationId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
