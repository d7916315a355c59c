package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;

/**
 * A part of a competency.
 *
 * @param official whether the source gives the code; otherwise it is ours
 */
public record SubCompetency(Code code, String label, boolean official, List<String> sources) implements Item {
    public SubCompetency {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        sources = List.copyOf(sources);
    }
}
