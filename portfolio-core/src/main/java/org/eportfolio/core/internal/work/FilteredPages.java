package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eportfolio.Page;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Pages of a scope's records of which not all are shown to everybody. */
public final class FilteredPages {
    /** How often it is read on to fill a page; what is hidden longer than that makes a shorter one. */
    private static final int ROUNDS = 4;

    private FilteredPages() {}

    /** @param seen what of these records is shown, in their order */
    public static <T> Page<T> page(
            RecordKind<T> kind, Scope scope, @Nullable UUID after, int limit, UnaryOperator<List<T>> seen, Work work) {
        List<T> shown = new ArrayList<>();
        UUID from = after;
        for (int round = 0; round < ROUNDS; round++) {
            Page<T> page = work.page(kind, scope, from, limit);
            for (T each : seen.apply(page.items())) {
                if (shown.size() == limit) {
                    return new Page<>(shown, kind.id().apply(shown.get(limit - 1)));
                }
                shown.add(each);
            }
            from = page.next();
            if (from == null || shown.size() == limit) break;
        }
        return new Page<>(shown, from);
    }
}
