package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a person's request about their data. Version 7: ids sort in the order of creation. */
public record PrivacyRequestId(UUID value) {
    public PrivacyRequestId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static PrivacyRequestId of(String text) {
        return new PrivacyRequestId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
