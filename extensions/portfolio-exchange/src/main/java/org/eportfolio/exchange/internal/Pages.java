package org.eportfolio.exchange.internal;

import java.io.IOException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;

/** A list that is read a page at a time and never held whole: gives the page that is asked for, such as a desk's method. */
public interface Pages<T> {
    Page<T> at(PageRequest next);

    /** Takes one item. */
    interface Each<T> {
        void take(T item) throws IOException;
    }

    /** Hands over all items, in their order. */
    static <T> void each(Pages<T> pages, Each<T> each) throws IOException {
        for (PageRequest next = PageRequest.first(100); next != null; ) {
            Page<T> page = pages.at(next);
            for (T item : page.items()) each.take(item);
            next = page.next();
        }
    }
}
