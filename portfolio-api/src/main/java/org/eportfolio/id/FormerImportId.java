package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names one import of levels from a sheet. Version 7: ids sort in the order of creation. */
public record FormerImportId(UUID value) {
    public FormerImportId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static FormerImportId of(String text) {
        return new FormerImportId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
