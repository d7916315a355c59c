package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names one message of a thread. Version 7: ids sort in the order of creation. */
public record FeedbackId(UUID value) {
    public FeedbackId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static FeedbackId of(String text) {
        return new FeedbackId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
