package org.eportfolio.agenda;

import java.time.Instant;
import java.util.Objects;

/**
 * A draft to go on with, which only its learner sees.
 *
 * @param about the id of the draft, as text
 * @param title the competency, the action or the mission that it is about, as far as it is written
 */
public record Unfinished(What what, String about, String title, Instant savedAt) {
    /** What it will be once published. */
    public enum What {
        SELF_ASSESSMENT,
        REFLECTION,
        MISSION_REPORT
    }

    public Unfinished {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(savedAt, "savedAt");
    }
}
