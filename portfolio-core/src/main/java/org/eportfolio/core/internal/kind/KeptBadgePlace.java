package org.eportfolio.core.internal.kind;

import java.util.UUID;
import org.eportfolio.badge.BadgePlace;

/** A place in a list of revoked badges that was given away. It leads to no one: the award knows its place, not the other way round. */
public record KeptBadgePlace(int list, int index, boolean revoked) {
    public static KeptBadgePlace of(BadgePlace place) {
        return new KeptBadgePlace(place.list(), place.index(), false);
    }

    /** Of the place itself, so that it is found without a key. */
    public UUID id() {
        return id(new BadgePlace(list, index));
    }

    public static UUID id(BadgePlace place) {
        return new UUID(place.list(), place.index());
    }

    public KeptBadgePlace asRevoked() {
        return new KeptBadgePlace(list, index, true);
    }
}
