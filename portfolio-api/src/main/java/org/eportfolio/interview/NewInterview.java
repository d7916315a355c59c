package org.eportfolio.interview;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eportfolio.Line;
import org.jspecify.annotations.Nullable;

/**
 * An interview to be scheduled: {@code NewInterview.about("Bilan de la première PFMP").at(start)}. The time may lie in
 * the past, so that an unplanned interview can still be written down.
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewInterview(
        @NotNull @Line String purpose,
        @NotNull(message = "{interview.time}") @Nullable Instant startsAt) {
    public static NewInterview about(String purpose) {
        return new NewInterview(purpose, null);
    }

    /** When it begins; an interview has a time. */
    public NewInterview at(Instant start) {
        return new NewInterview(purpose, start);
    }
}
