package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;

/**
 * An item of knowledge of a bloc (<em>savoir associé</em>).
 *
 * @param group items of one group stand together in the source
 * @param competencies those it serves, where the source links them; possibly none
 */
public record Knowledge(Code code, String label, int group, List<String> sources, List<Code> competencies)
        implements Item {
    public Knowledge {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        sources = List.copyOf(sources);
        competencies = List.copyOf(competencies);
    }
}
