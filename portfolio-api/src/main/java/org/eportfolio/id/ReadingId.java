package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names one reading through a share link. Version 7: ids sort in the order of creation. */
public record ReadingId(UUID value) {
    public ReadingId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ReadingId of(String text) {
        return new ReadingId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
