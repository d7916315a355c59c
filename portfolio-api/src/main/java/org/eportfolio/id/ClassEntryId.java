package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a class-wide entry. Version 7: ids sort in the order of creation. */
public record ClassEntryId(UUID value) {
    public ClassEntryId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ClassEntryId of(String text) {
        return new ClassEntryId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
