package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a progress note of a project. Version 7: ids sort in the order of creation. */
public record ProgressNoteId(UUID value) {
    public ProgressNoteId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ProgressNoteId of(String text) {
        return new ProgressNoteId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
