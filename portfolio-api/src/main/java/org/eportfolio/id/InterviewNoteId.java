package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a note of the team to an interview. Version 7: ids sort in the order of creation. */
public record InterviewNoteId(UUID value) {
    public InterviewNoteId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static InterviewNoteId of(String text) {
        return new InterviewNoteId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
