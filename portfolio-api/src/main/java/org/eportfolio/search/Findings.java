package org.eportfolio.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found, the best first: by how many words of the query it has, then by how many of them stand in the
 * title, then the newest. Nothing else counts, so that the order reveals nothing about what the reader may not read.
 *
 * @param items possibly none
 * @param next asks for the page behind this one; {@code null} when this is the last
 * @param whole whether everything that the reader may read was looked through; {@code false} where there was more than one
 *     call looks through, so that a class, a learner or a kind should be named
 */
public record Findings(List<Found> items, @Nullable SearchRequest next, boolean whole) {
    public Findings {
        items = List.copyOf(items);
    }
}
