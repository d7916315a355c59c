package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an exceptional access of the head to one dossier. Version 7: ids sort in the order of creation. */
public record ExceptionalAccessId(UUID value) {
    public ExceptionalAccessId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ExceptionalAccessId of(String text) {
        return new ExceptionalAccessId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
