package org.eportfolio.badge;

import java.util.List;

/**
 * The places of one list whose badges are revoked, for the school to publish. It names no badge and no one.
 *
 * @param list from 1
 * @param revoked the indexes, in ascending order
 */
public record RevokedBadges(int list, List<Integer> revoked) {
    public RevokedBadges {
        revoked = List.copyOf(revoked);
    }
}
