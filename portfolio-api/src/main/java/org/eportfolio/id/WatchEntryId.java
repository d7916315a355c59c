package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an entry of a watch log. Version 7: ids sort in the order of creation. */
public record WatchEntryId(UUID value) {
    public WatchEntryId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static WatchEntryId of(String text) {
        return new WatchEntryId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
