package org.eportfolio.core.internal.work;

import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;

/** Bounds that hold everywhere. */
public final class PageLimits {
    private PageLimits() {}

    public static int page(int asked) {
        InvalidInputException.unless(
                asked >= 1 && asked <= PageRequest.LARGEST, "limit", "page.limit", PageRequest.LARGEST, asked);
        return asked;
    }
}
