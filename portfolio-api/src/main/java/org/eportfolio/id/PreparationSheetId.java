package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a preparation sheet. Version 7: ids sort in the order of creation. */
public record PreparationSheetId(UUID value) {
    public PreparationSheetId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static PreparationSheetId of(String text) {
        return new PreparationSheetId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
