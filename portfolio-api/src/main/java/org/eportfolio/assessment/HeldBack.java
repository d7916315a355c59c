package org.eportfolio.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;

/**
 * The label of a view under an {@link Embargo}: that teachers' levels of these competencies are not shown yet, whether or not
 * there are any, and when they will be.
 *
 * @param until the day after which they are shown in any case, in the organisation's time zone
 * @param unsaid competencies and sub-competencies on which the learner has not said where they stand since the embargo was
 *     declared, in the order of the framework; what they say on one opens that one
 */
public record HeldBack(LocalDate until, List<Code> unsaid) {
    public HeldBack {
        Objects.requireNonNull(until, "until");
        unsaid = List.copyOf(unsaid);
    }
}
