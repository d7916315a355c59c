package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names the assignment of one review to one reviewer. Version 7: ids sort in the order of creation. */
public record ReviewAssignmentId(UUID value) {
    public ReviewAssignmentId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ReviewAssignmentId of(String text) {
        return new ReviewAssignmentId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
