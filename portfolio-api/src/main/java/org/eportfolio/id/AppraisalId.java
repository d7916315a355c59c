package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names an appraisal of a group production. Version 7: ids sort in the order of creation. */
public record AppraisalId(UUID value) {
    public AppraisalId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static AppraisalId of(String text) {
        return new AppraisalId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
