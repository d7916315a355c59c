package org.eportfolio.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Levels that were given elsewhere or before:
 * {@code NewFormerLevels.from("Pronote, 2024-2025").with(Given.of("emma", "Câbler un poste", "Acquis", day))}.
 *
 * @param source of all that states none of its own
 */
public record NewFormerLevels(
        @NotNull @org.eportfolio.Line(max = 200) String source,
        @NotNull @Size(min = 1, max = 20_000) List<@NotNull @Valid Given> levels) {
    /**
     * One level of one learner.
     *
     * @param competency a code of an adoption of the learner's; {@code null} for words only
     * @param wording what the level is of, in words; needed without a code
     * @param level as it was written there
     * @param on the day on which it was given, not after today
     * @param source its own; {@code null} for that of all
     * @param author a name or a role; {@code null} for none
     */
    public record Given(
            @NotNull PersonId learner,
            @Nullable Code competency,
            @NotNull @org.eportfolio.Prose(max = 500) String wording,
            @NotNull @org.eportfolio.Line(max = 100) String level,
            @NotNull LocalDate on,

            @Nullable @org.eportfolio.Line(max = 200) String source,

            @Nullable @org.eportfolio.Line(max = 200) String author) {
        public Given {
            wording = Objects.requireNonNullElse(wording, "");
        }

        /** A level of something that the sheet names in words. */
        public static Given of(String learner, String wording, String level, LocalDate on) {
            return new Given(PersonId.of(learner), null, wording, level, on, null, null);
        }

        /** A level of a competency, by its code. */
        public static Given ofCode(String learner, String code, String level, LocalDate on) {
            return new Given(PersonId.of(learner), Code.of(code), "", level, on, null, null);
        }

        /** The same, given by this person or in this role. */
        public Given by(String nameOrRole) {
            return new Given(learner, competency, wording, level, on, source, nameOrRole);
        }

        /** The same, from a source of its own. */
        public Given from(String own) {
            return new Given(learner, competency, wording, level, on, own, author);
        }
    }

    public NewFormerLevels {
        levels = Objects.requireNonNullElse(levels, List.of());
    }

    /** Nothing yet. */
    public static NewFormerLevels from(String source) {
        return new NewFormerLevels(source, List.of());
    }

    /** These too. */
    public NewFormerLevels with(Given... more) {
        return new NewFormerLevels(
                source, Stream.concat(levels.stream(), Stream.of(more)).toList());
    }
}
