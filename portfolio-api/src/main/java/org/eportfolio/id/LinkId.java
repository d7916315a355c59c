package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a share link; not the secret that opens it. Version 7: ids sort in the order of creation. */
public record LinkId(UUID value) {
    public LinkId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static LinkId of(String text) {
        return new LinkId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
