package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names the lock of a link. Version 7: ids sort in the order of creation. */
public record LinkLockId(UUID value) {
    public LinkLockId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static LinkLockId of(String text) {
        return new LinkLockId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
