package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a workplace period. Version 7: ids sort in the order of creation. */
public record WorkplacePeriodId(UUID value) {
    public WorkplacePeriodId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static WorkplacePeriodId of(String text) {
        return new WorkplacePeriodId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
