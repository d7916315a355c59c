package org.eportfolio.guidance;

import java.util.Objects;

/** One step towards a goal. */
public record Step(String text, boolean done) {
    public Step {
        Objects.requireNonNull(text, "text");
    }
}
