package org.eportfolio.workplace;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.Line;

/**
 * Who signed a convention, and when; the document itself is the school's and is not kept here.
 *
 * @param name as it stands on the document
 */
public record Signatory(Quality quality, @Line(max = 200) String name, LocalDate on) {
    /** For whom they signed. */
    public enum Quality {
        LEARNER,
        REPRESENTATIVE,
        EMPLOYER,
        TUTOR,
        /** The teacher who follows the period. */
        REFERENT,
        /** The head of the school, or on their behalf. */
        SCHOOL
    }

    public Signatory {
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(on, "on");
    }
}
