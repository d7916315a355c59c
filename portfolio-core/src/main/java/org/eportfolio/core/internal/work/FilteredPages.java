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

/** Pages of records of which a reader is shown only some. */
public final class FilteredPages {
    /** How often it is read on to fill a page; what is hidden longer than that makes a shorter one. */
    private static final int ROUNDS = 4;

    private static final int LONGER = 4;

    private FilteredPages() {}

    /** @param seen what of these records is shown, in their order */
    public static <T> Page<T> page(
            RecordKind<T> kind, Scope scope, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return page(kind, request, seen, next -> work.page(kind, scope, next));
    }

    /** The same of the records that carry a key. */
    public static <T> Page<T> page(
            RecordKind<T> kind, Key key, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return page(kind, request, seen, next -> work.page(kind, key, next));
    }

    /** The same of the records in any of these scopes. */
    public static <T> Page<T> among(
            RecordKind<T> kind, Collection<Scope> scopes, PageRequest request, UnaryOperator<List<T>> seen, Work work) {
        return through(kind.id(), request, next -> work.page(kind, scopes, next), seen);
    }

    /**
     * One page of what is made of the items of other pages. Where little comes of them each further stretch is longer, so
     * that what is rare is found among many.
     *
     * @param id of what is made: that of the item which it was made of
     */
    public static <S, T> Page<T> through(
            Function<T, UUID> id,
            PageRequest request,
            Function<PageRequest, Page<S>> pages,
            Function<List<S>, List<T>> made) {
        List<T> shown = new ArrayList<>();
        PageRequest next = request;
        for (int round = 0; round < ROUNDS && next != null && shown.size() < request.size(); round++) {
            Page<S> page = pages.apply(next);
            for (T each : made.apply(page.items())) {
                if (shown.size() == request.size()) return new Page<>(shown, after(shown, id, request));
                shown.add(each);
            }
            next = page.next() == null ? null : longer(page.next());
        }
        return new Page<>(shown, next == null ? null : new PageRequest(request.size(), request.order(), next.after()));
    }

    private static PageRequest longer(PageRequest request) {
        int size = Math.min(PageRequest.LARGEST, request.size() * LONGER);
        return new PageRequest(size, request.order(), request.after());
    }

    private static <T> PageRequest after(List<T> shown, Function<T, UUID> id, PageRequest request) {
        return request.after(id.apply(shown.get(shown.size() - 1)));
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

    private static <T> Page<T> page(
            RecordKind<T> kind, PageRequest request, UnaryOperator<List<T>> seen, Function<PageRequest, Page<T>> all) {
        Objects.requireNonNull(request, "request");
        List<T> shown = new ArrayList<>();
        PageRequest next = request;
        for (int round = 0; round < ROUNDS && next != null && shown.size() < request.size(); round++) {
            Page<T> page = all.apply(next);
            for (T each : seen.apply(page.items())) {
                if (shown.size() == request.size()) return new Page<>(shown, after(shown, kind.id(), request));
                shown.add(each);
            }
            next = page.next();
        }
        return new Page<>(shown, next);
    }
}
