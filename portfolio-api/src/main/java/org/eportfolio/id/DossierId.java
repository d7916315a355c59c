package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a dossier. Version 7: ids sort in the order of creation. */
public record DossierId(UUID value) {
    public DossierId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static DossierId of(String text) {
        return new DossierId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
