package org.eportfolio.search;

import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of what is found: begin with {@link #first(int)}, go on with {@link Findings#next()}.
 *
 * @param size how many a page has at most; from 1 to {@value #LARGEST}
 * @param after behind which place of the ranking it begins, as {@link Findings#next()} gives it; {@code null} for the first
 */
public record SearchRequest(int size, @Nullable String after) {
    /** The largest page. */
    public static final int LARGEST = 100;

    private static final int LONGEST_PLACE = 4_000;

    /** @throws InvalidInputException if the size is out of bounds, or the place is none that was given */
    public SearchRequest {
        InvalidInputException.unless(size >= 1 && size <= LARGEST, "size", "page.limit", LARGEST, size);
        InvalidInputException.unless(after == null || after.length() <= LONGEST_PLACE, "after", "search.after");
    }

    /** The first page. */
    public static SearchRequest first(int size) {
        return new SearchRequest(size, null);
    }

    /** The page of the same size behind this place. */
    public SearchRequest after(String place) {
        return new SearchRequest(size, place);
    }
}
