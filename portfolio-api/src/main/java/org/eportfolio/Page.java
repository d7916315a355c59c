package org.eportfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /**
     * The items of all pages, in memory at once: for lists that are known to be small, or needed whole. Others go through
     * the pages themselves.
     *
     * <pre>{@code
     * List<Cohort> cohorts = Page.all(desk.cohorts()::list);
     * }</pre>
     *
     * @param pages gives the page that is asked for, such as a desk's method
     */
    public static <T> List<T> all(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        for (PageRequest next = PageRequest.first(PageRequest.LARGEST); next != null; ) {
            Page<T> page = pages.apply(next);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
