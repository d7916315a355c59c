package org.eportfolio.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A content and when it was last touched: written, written again, or needed by a commit.
 *
 * @param touched in microseconds; later than at any touch before, even where clocks stand still or go back
 */
public record KeptContent(Stored content, Instant touched) {
    public KeptContent {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(touched, "touched");
    }
}
