package org.eportfolio.badge;

import org.eportfolio.InvalidInputException;

/**
 * A place in a list of revoked badges (W3C Bitstring Status List 1.0). It is drawn at random and reveals nothing about
 * anyone.
 *
 * @param list from 1
 * @param index from 0, below {@link #PLACES}
 */
public record BadgePlace(int list, int index) {
    /** How many places a list has: enough that its reader learns nothing about any single badge. */
    public static final int PLACES = 131_072;

    public BadgePlace {
        InvalidInputException.unless(list > 0, "list", "badge.place");
        InvalidInputException.unless(index >= 0 && index < PLACES, "index", "badge.place");
    }
}
