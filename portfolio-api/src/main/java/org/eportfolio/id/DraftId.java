package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names the draft of a self-assessment. Version 7: ids sort in the order of creation. */
public record DraftId(UUID value) {
    public DraftId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
