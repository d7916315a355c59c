package org.eportfolio.console.school;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages, read to their end. */
@FunctionalInterface
public interface Pages<T> {
    int SIZE = 500;

    Page<T> at(PageRequest next);

    /** All of them, page after page. */
    static <T> List<T> all(Pages<T> pages) {
        List<T> all = new ArrayList<>();
        @Nullable PageRequest next = PageRequest.first(SIZE);
        while (next != null) {
            Page<T> page = pages.at(next);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
