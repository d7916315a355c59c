package org.eportfolio.core.internal.kind;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of records that have a name of their own instead of an id. */
final class NamedId {
    private NamedId() {}

    static UUID of(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
