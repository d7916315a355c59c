package org.eportfolio.interview;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of an interview: {@code NewMinutes.of("Emma explique …").present("emma", "m.durand")}. The
 * learner reads it; what only the team may read is a {@link InterviewNote}.
 *
 * @param present who took part; the learner among them
 * @param heldOn the day; {@code null} for today
 */
public record NewMinutes(
        @NotNull @Prose(max = 50_000) String notes,
        @NotNull @Size(max = 30) List<@NotNull PersonId> present,
        @Nullable LocalDate heldOn) {
    public NewMinutes {
        present = Objects.requireNonNullElse(present, List.of());
    }

    public static NewMinutes of(String notes) {
        return new NewMinutes(notes, List.of(), null);
    }

    public NewMinutes present(String... people) {
        return new NewMinutes(
                notes,
                Stream.concat(present.stream(), Arrays.stream(people).map(PersonId::of))
                        .toList(),
                heldOn);
    }

    public NewMinutes on(LocalDate day) {
        return new NewMinutes(notes, present, day);
    }
}
