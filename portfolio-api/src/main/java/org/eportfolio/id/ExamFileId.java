package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a candidate's file for an exam unit. Version 7: ids sort in the order of creation. */
public record ExamFileId(UUID value) {
    public ExamFileId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ExamFileId of(String text) {
        return new ExamFileId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
