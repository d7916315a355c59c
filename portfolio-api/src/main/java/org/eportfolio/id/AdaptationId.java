package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an adaptation. Version 7: ids sort in the order of creation. */
public record AdaptationId(UUID value) {
    public AdaptationId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static AdaptationId of(String text) {
        return new AdaptationId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
