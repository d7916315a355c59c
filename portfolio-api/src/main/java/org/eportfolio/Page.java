package org.eportfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that grows with use. Pages are cut by key, never by counting, so they stay stable and quick while
 * others write.
 *
 * @param items in the order that was asked for; possibly none
 * @param next asks for the page after this one; {@code null} when this is the last
 */
public record Page<T>(List<T> items, @Nullable PageRequest next) {
    public Page {
        items = List.copyOf(items);
    }
}
