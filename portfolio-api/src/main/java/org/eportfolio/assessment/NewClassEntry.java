package org.eportfolio.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One competency for a whole class at once, with one shared basis:
 * {@code NewClassEntry.of(cohort, "C3.1", "en-cours").because("TP du 12 mars").except("malo", "acquis").absent("lina")}.
 *
 * @param level what everybody gets who is not an exception
 * @param because the shared basis; needed
 * @param exceptions learners with another level
 * @param absent learners who get nothing
 * @param observedOn {@code null} for today
 * @param dayConfirmed whether the day may lie more than a year back, or before the first membership of one of them
 * @param adoption {@code null} for the one that the class's dossiers are under
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewClassEntry(
        @NotNull CohortId cohort,
        @NotNull Code competency,
        @NotNull LevelId level,

        @NotNull(message = "{class-entry.basis}") @Nullable @Prose
        String because,

        @NotNull @Size(max = 2_000) Map<@NotNull PersonId, @NotNull LevelId> exceptions,
        @NotNull @Size(max = 2_000) Set<@NotNull PersonId> absent,
        @Nullable LocalDate observedOn,
        boolean dayConfirmed,
        @Nullable AdoptionId adoption) {
    public NewClassEntry {
        exceptions = Objects.requireNonNullElse(exceptions, Map.of());
        absent = Objects.requireNonNullElse(absent, Set.of());
    }

    public static NewClassEntry of(CohortId cohort, String competency, String level) {
        return new NewClassEntry(
                cohort, Code.of(competency), LevelId.of(level), null, Map.of(), Set.of(), null, false, null);
    }

    /** What was observed, for all of them. */
    public NewClassEntry because(String basis) {
        return new NewClassEntry(
                cohort, competency, level, basis, exceptions, absent, observedOn, dayConfirmed, adoption);
    }

    public NewClassEntry except(String learner, String otherLevel) {
        Map<PersonId, LevelId> more = new HashMap<>(exceptions);
        more.put(PersonId.of(learner), LevelId.of(otherLevel));
        return new NewClassEntry(cohort, competency, level, because, more, absent, observedOn, dayConfirmed, adoption);
    }

    public NewClassEntry absent(String... learners) {
        Set<PersonId> more = Stream.concat(absent.stream(), Stream.of(learners).map(PersonId::of))
                .collect(Collectors.toCollection(HashSet::new));
        return new NewClassEntry(
                cohort, competency, level, because, exceptions, more, observedOn, dayConfirmed, adoption);
    }

    /**
     * The day of what was observed; may lie in the past, never in the future. A day more than a year back, or before the
     * first membership of one of the learners, has to be confirmed.
     */
    public NewClassEntry observedOn(LocalDate day) {
        return new NewClassEntry(cohort, competency, level, because, exceptions, absent, day, dayConfirmed, adoption);
    }

    /** The day is right, though it lies more than a year back or before the first membership of some of them. */
    public NewClassEntry confirmingTheDay() {
        return new NewClassEntry(cohort, competency, level, because, exceptions, absent, observedOn, true, adoption);
    }

    public NewClassEntry under(AdoptionId which) {
        return new NewClassEntry(
                cohort, competency, level, because, exceptions, absent, observedOn, dayConfirmed, which);
    }
}
