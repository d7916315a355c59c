package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an embargo on the teachers' levels of a cohort. Version 7: ids sort in the order of creation. */
public record EmbargoId(UUID value) {
    public EmbargoId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static EmbargoId of(String text) {
        return new EmbargoId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
