package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a production handed in to a campaign of peer reviews. Version 7: ids sort in the order of creation. */
public record HandInId(UUID value) {
    public HandInId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static HandInId of(String text) {
        return new HandInId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
