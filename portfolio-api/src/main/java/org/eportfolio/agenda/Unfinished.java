package org.eportfolio.agenda;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;

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

    /**
     * The draft, to be opened.
     *
     * @param dossier that it lies in, {@link Home#dossier}
     */
    public Ref ref(DossierId dossier) {
        return switch (what) {
            case SELF_ASSESSMENT -> Ref.in(dossier, Ref.Kind.ASSESSMENT_DRAFT, about);
            case REFLECTION -> Ref.in(dossier, Ref.Kind.REFLECTION_DRAFT, about);
            case MISSION_REPORT -> Ref.in(dossier, Ref.Kind.MISSION_REPORT_DRAFT, about);
        };
    }
}
