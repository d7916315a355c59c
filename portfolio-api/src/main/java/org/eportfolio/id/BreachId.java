package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a recorded breach of personal data. Version 7: ids sort in the order of creation. */
public record BreachId(UUID value) {
    public BreachId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static BreachId of(String text) {
        return new BreachId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
