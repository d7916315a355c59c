package org.eportfolio.peer;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eportfolio.Line;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers are asked to look at.
 *
 * @param question in the teacher's words
 * @param competency the competency or sub-competency that it is about; {@code null} for none
 * @param levelled whether a reviewer may give a level of the adoption's scale
 */
public record Criterion(
        @NotNull @Line String question, @Nullable Code competency, boolean levelled) {
    public Criterion {
        Objects.requireNonNull(question, "question");
    }

    public static Criterion of(String question) {
        return new Criterion(question, null, false);
    }

    /** The same, about a competency or sub-competency. */
    public Criterion about(String code) {
        return new Criterion(question, Code.of(code), levelled);
    }

    /** The same, on which a level may be given. */
    public Criterion withLevel() {
        return new Criterion(question, competency, true);
    }
}
