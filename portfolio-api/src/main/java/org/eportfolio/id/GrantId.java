package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a grant. Version 7: ids sort in the order of creation. */
public record GrantId(UUID value) {
    public GrantId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
