package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a production shown to a tutor. Version 7: ids sort in the order of creation. */
public record ShownWorkId(UUID value) {
    public ShownWorkId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ShownWorkId of(String text) {
        return new ShownWorkId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
