package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a group that makes one production together. Version 7: ids sort in the order of creation. */
public record GroupId(UUID value) {
    public GroupId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
