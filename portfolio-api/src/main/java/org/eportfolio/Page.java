package org.eportfolio;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that grows with use. Pages are cut by key, never by counting, so they stay stable and quick while
 * others write.
 *
 * @param items in the order of the list; possibly none
 * @param next give this to ask for the page after; {@code null} when this is the last
 */
public record Page<T>(List<T> items, @Nullable UUID next) {
    public Page {
        items = List.copyOf(items);
    }
}
