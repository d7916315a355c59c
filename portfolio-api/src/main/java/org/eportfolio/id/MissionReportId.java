package org.eportfolio.id;

import java.util.Objects;
import java.util.UUID;

/** Names a report of a mission, from its draft on. Version 7: ids sort in the order of creation. */
public record MissionReportId(UUID value) {
    public MissionReportId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static MissionReportId of(String text) {
        return new MissionReportId(UUID.fromString(text));
    }

    /** The id as the host may keep it: a UUID in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
