package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a review as its learner received it. Random (version 4): it reveals neither when the review was written nor in which order. */
public record ReviewId(UUID value) {
    public ReviewId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ReviewId of(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
