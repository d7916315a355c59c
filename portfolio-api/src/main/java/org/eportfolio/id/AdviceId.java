package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a piece of advice to a candidate. Version 7: ids sort in the order of creation. */
public record AdviceId(UUID value) {
    public AdviceId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static AdviceId of(String text) {
        return new AdviceId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
