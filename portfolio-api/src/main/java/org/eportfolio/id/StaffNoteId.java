package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a note of the staff. Version 7: ids sort in the order of creation. */
public record StaffNoteId(UUID value) {
    public StaffNoteId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static StaffNoteId of(String text) {
        return new StaffNoteId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
