package org.eportfolio;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: how many items, in which order, and after which one. A host begins with
 * {@link #first(int)} or {@link #newest(int)} and goes on with {@link Page#next()}:
 *
 * <pre>{@code
 * for (PageRequest next = PageRequest.first(50); next != null; ) {
 *   Page<Production> page = desk.productions().list(dossier, next);
 *   ...
 *   next = page.next();
 * }
 * }</pre>
 *
 * @param size how many items a page has at most; from 1 to {@value #LARGEST}
 * @param order in which order the list is gone through
 * @param after the id of the last item of the page before; {@code null} for the first page
 */
public record PageRequest(int size, Order order, @Nullable UUID after) {
    /** The largest page that is served. */
    public static final int LARGEST = 1_000;

    /** In which order a list is gone through. */
    public enum Order {
        /** In the order in which the items were made. */
        OLDEST_FIRST,
        /** The item that was made last comes first. */
        NEWEST_FIRST
    }

    /** @throws InvalidInputException if the size is out of bounds */
    public PageRequest {
        InvalidInputException.unless(size >= 1 && size <= LARGEST, "size", "page.limit", LARGEST, size);
        Objects.requireNonNull(order, "order");
    }

    /** The first page, the oldest item first. */
    public static PageRequest first(int size) {
        return new PageRequest(size, Order.OLDEST_FIRST, null);
    }

    /** The first page, the newest item first. */
    public static PageRequest newest(int size) {
        return new PageRequest(size, Order.NEWEST_FIRST, null);
    }

    /** The page of the same size and order after this item. */
    public PageRequest after(UUID last) {
        return new PageRequest(size, order, last);
    }
}
