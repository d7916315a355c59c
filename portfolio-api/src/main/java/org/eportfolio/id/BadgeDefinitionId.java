package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a badge that the school defines. Version 7: ids sort in the order of creation. */
public record BadgeDefinitionId(UUID value) {
    public BadgeDefinitionId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static BadgeDefinitionId of(String text) {
        return new BadgeDefinitionId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
