package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a restoration of a dossier. Version 7: ids sort in the order of creation. */
public record RestorationId(UUID value) {
    public RestorationId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static RestorationId of(String text) {
        return new RestorationId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
