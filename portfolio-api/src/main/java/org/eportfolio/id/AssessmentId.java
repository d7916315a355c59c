package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an assessment of any perspective. Version 7: ids sort in the order of creation. */
public record AssessmentId(UUID value) {
    public AssessmentId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
