package org.eportfolio.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/**
 * What was written down of an interview that took place; the learner reads it.
 *
 * @param heldOn the day, in the organisation's time zone
 * @param by who wrote it down
 */
public record Minutes(String notes, List<PersonId> present, LocalDate heldOn, PersonId by, Role role, Instant at) {
    public Minutes {
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        present = present.stream().distinct().toList();
    }

    /** These minutes, if the interview could be held like this: not without its learner. */
    Minutes of(PersonId learner, LocalDate today) {
        InvalidInputException.unless(present.contains(learner), "present", "interview.without-learner", learner);
        InvalidInputException.unless(!heldOn.isAfter(today), "heldOn", "interview.held-later", heldOn, today);
        return this;
    }
}
