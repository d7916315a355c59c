package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a line in the ledger of days. Version 7: ids sort in the order of creation. */
public record DayLineId(UUID value) {
    public DayLineId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static DayLineId of(String text) {
        return new DayLineId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
