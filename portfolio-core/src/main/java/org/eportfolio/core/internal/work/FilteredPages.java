package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/**
 * Pages of records of which a reader is shown only some. What is hidden changes nothing of a page: it is filled with what is
 * shown, it goes on only where more is shown, and it goes on after what was shown.
 */
public final class FilteredPages {
    private static final int LONGER = 4;

    private FilteredPages() {}

    /** @param seen what of these records is shown, in their order */
    public static <T> Page<T> page(
            RecordKind<T> kind, Scope scope, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return through(kind.id(), request, next -> work.page(kind, scope, next), seen);
    }

    /** The same of the records that carry a key. */
    public static <T> Page<T> page(
            RecordKind<T> kind, Key key, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return through(kind.id(), request, next -> work.page(kind, key, next), seen);
    }

    /** The same of the records in any of these scopes. */
    public static <T> Page<T> among(
            RecordKind<T> kind, Collection<Scope> scopes, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return through(kind.id(), request, next -> work.page(kind, scopes, next), seen);
    }

    /**
     * One page of what is made of the items of other pages. It is read on until one more than the page takes is found, or the
     * end. Where little comes of them each further stretch is longer, so that what is rare is found among many.
     *
     * @param id of what is made: that of the item which it was made of
     */
    public static <S, T> Page<T> through(
            Function<T, UUID> id,
            PageRequest request,
            Function<PageRequest, Page<S>> pages,
            Function<List<S>, List<T>> made) {
        Objects.requireNonNull(request, "request");
        List<T> shown = new ArrayList<>();
        PageRequest next = stretch(request.size() + 1, request);
        while (next != null && shown.size() <= request.size()) {
            Page<S> page = pages.apply(next);
            List<T> some = made.apply(page.items());
            shown.addAll(some);
            int size = 2 * some.size() < page.items().size() ? next.size() * LONGER : next.size();
            next = page.next() == null ? null : stretch(size, page.next());
        }
        if (shown.size() <= request.size()) return new Page<>(shown, null);
        List<T> items = List.copyOf(shown.subList(0, request.size()));
        return new Page<>(items, request.after(id.apply(items.get(items.size() - 1))));
    }

    private static PageRequest stretch(int size, PageRequest from) {
        return new PageRequest(Math.min(PageRequest.LARGEST, size), from.order(), from.after());
    }

    /** One page of records that are at hand, from whatever scopes. */
    public static <T> Page<T> among(RecordKind<T> kind, List<T> records, PageRequest request) {
        return among(kind.id(), records, request);
    }

    /** One page of what is at hand, in the order of these ids. */
    public static <T> Page<T> among(Function<T, UUID> id, List<T> all, PageRequest request) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(id, Ids.BY_BYTES));
        return SortedRecords.page(id, sorted, request);
    }
}
