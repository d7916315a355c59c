package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a contact with a workplace. Version 7: ids sort in the order of creation. */
public record ContactId(UUID value) {
    public ContactId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
