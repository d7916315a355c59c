package org.eportfolio.agenda;

import java.util.List;

/**
 * The beginning of a list, so that what is shown stays short however long the list is.
 *
 * @param items the first ones, in the order of the list; possibly none
 * @param more how many follow that are not shown; 0 when these are all
 */
public record Excerpt<T>(List<T> items, int more) {
    public Excerpt {
        items = List.copyOf(items);
    }

    /** The first of these, at most so many. */
    public static <T> Excerpt<T> of(List<T> all, int most) {
        return new Excerpt<>(all.subList(0, Math.min(most, all.size())), Math.max(0, all.size() - most));
    }

    /** How many there are altogether. */
    public int total() {
        return items.size() + more;
    }
}
