package org.eportfolio.console.school;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.Page;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages, read to their end. */
@FunctionalInterface
public interface Pages<T> {
    int SIZE = 500;

    public Page<T> after(@Nullable UUID last, int limit);

    /** All of them, page after page. */
    public static <T> List<T> all(Pages<T> pages) {
        List<T> all = new ArrayList<>();
        UUID last = null;
        do {
            Page<T> page = pages.after(last, SIZE);
            all.addAll(page.items());
            last = page.next();
        } while (last != null);
        return all;
    }
}
