package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a member's part in a group production. Version 7: ids sort in the order of creation. */
public record ContributionId(UUID value) {
    public ContributionId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static ContributionId of(String text) {
        return new ContributionId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
