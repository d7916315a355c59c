package org.eportfolio.core.internal.work;

import org.eportfolio.InvalidInputException;

/** Bounds that hold everywhere. */
public final class PageLimits {
    /** The longest page that is served. */
    static final int PAGE = 1_000;

    private PageLimits() {}

    public static int page(int asked) {
        InvalidInputException.unless(asked >= 1 && asked <= PAGE, "limit", "page.limit", PAGE, asked);
        return asked;
    }
}
