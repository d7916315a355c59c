package org.eportfolio.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;

/** Lists that come in pages, read to their end. */
public final class AllPages {
    private static final int SIZE = 500;

    private AllPages() {}

    /** All items, page after page. */
    public static <T> List<T> of(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        for (PageRequest next = PageRequest.first(SIZE); next != null; ) {
            Page<T> page = pages.apply(next);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
