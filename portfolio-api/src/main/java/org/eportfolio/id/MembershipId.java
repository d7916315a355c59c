package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a membership. Version 7: ids sort in the order of creation. */
public record MembershipId(UUID value) {
    public MembershipId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static MembershipId of(String text) {
        return new MembershipId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
