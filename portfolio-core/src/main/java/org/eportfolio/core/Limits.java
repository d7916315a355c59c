package org.eportfolio.core;

import org.eportfolio.InvalidInputException;

/** Bounds that hold everywhere. */
final class Limits {
    /** The longest page that is served. */
    static final int PAGE = 1_000;

    private Limits() {}

    static int page(int asked) {
        InvalidInputException.unless(asked >= 1 && asked <= PAGE, "limit", "page.limit", PAGE, asked);
        return asked;
    }
}
