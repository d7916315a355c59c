package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names the follow-up of a project. Version 7: ids sort in the order of creation. */
public record ProjectId(UUID value) {
    public ProjectId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ProjectId of(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
