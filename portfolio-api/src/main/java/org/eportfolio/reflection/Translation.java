package org.eportfolio.reflection;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * Who put into written words what a recording says in another language, such as French sign language.
 *
 * @param by who translated
 * @param on the day
 */
public record Translation(PersonId by, LocalDate on) {
    public Translation {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(on, "on");
    }
}
