package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;

/**
 * Another wording of an item's label under the same code.
 *
 * @param sources keys into {@link Framework#sources()}
 */
public record Variant(String label, List<String> sources) {
    public Variant {
        Objects.requireNonNull(label, "label");
        sources = List.copyOf(sources);
    }
}
