package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an earlier answer of a tutor. Version 7: ids sort in the order of creation. */
public record EarlierAnswerId(UUID value) {
    public EarlierAnswerId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static EarlierAnswerId of(String text) {
        return new EarlierAnswerId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
