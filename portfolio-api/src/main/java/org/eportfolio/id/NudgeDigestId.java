package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names what was shown to a learner at one time. Version 7: ids sort in the order of creation. */
public record NudgeDigestId(UUID value) {
    public NudgeDigestId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static NudgeDigestId of(String text) {
        return new NudgeDigestId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
