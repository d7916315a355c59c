package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a noted oral explicitation. Version 7: ids sort in the order of creation. */
public record OralNoteId(UUID value) {
    public OralNoteId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static OralNoteId of(String text) {
        return new OralNoteId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
