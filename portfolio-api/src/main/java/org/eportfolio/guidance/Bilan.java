package org.eportfolio.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * What came out of a workplace period, said by tutor, teacher and learner in one room (<em>bilan de période</em>).
 *
 * @param heldOn the day
 * @param tutor the tutor present, by name
 * @param teacher the teacher present, who wrote it down
 * @param learner the learner present
 * @param conclusion what they concluded
 * @param recordedAt when it was written down
 */
public record Bilan(
        LocalDate heldOn, String tutor, PersonId teacher, PersonId learner, String conclusion, Instant recordedAt) {
    public Bilan {
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(tutor, "tutor");
        Objects.requireNonNull(teacher, "teacher");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
