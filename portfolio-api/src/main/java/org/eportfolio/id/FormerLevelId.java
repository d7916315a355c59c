package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names one level that came from a sheet. Version 7: ids sort in the order of creation. */
public record FormerLevelId(UUID value) {
    public FormerLevelId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static FormerLevelId of(String text) {
        return new FormerLevelId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
