package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a badge that a learner asked for or was offered. Version 7: ids sort in the order of creation. */
public record BadgeAwardId(UUID value) {
    public BadgeAwardId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static BadgeAwardId of(String text) {
        return new BadgeAwardId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
