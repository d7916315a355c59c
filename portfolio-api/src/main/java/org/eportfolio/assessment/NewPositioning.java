package org.eportfolio.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * A positioning to be recorded: {@code NewPositioning.of("C3.1", "en-cours").because("Sources non datées.").citing(map)}.
 * It needs a justification or evidence.
 *
 * @param level {@code null} says "not applicable"
 * @param observedOn {@code null} for today
 * @param dayConfirmed whether the day may lie more than a year back, or before the learner's first membership
 * @param adoption under which; {@code null} for the dossier's main one
 */
public record NewPositioning(
        @NotNull Code competency,
        @Nullable LevelId level,
        @Nullable @Prose String because,
        @NotNull @Size(max = 100) List<@NotNull Citation> evidence,
        @Nullable LocalDate observedOn,
        boolean dayConfirmed,
        @Nullable AdoptionId adoption) {
    public NewPositioning {
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    public static NewPositioning of(String competency, String level) {
        return of(Code.of(competency), LevelId.of(level));
    }

    public static NewPositioning of(Code competency, LevelId level) {
        return new NewPositioning(competency, level, null, List.of(), null, false, null);
    }

    /** Says that the competency does not apply to this learner's path. */
    public static NewPositioning notApplicable(String competency) {
        return new NewPositioning(Code.of(competency), null, null, List.of(), null, false, null);
    }

    public NewPositioning because(String justification) {
        return new NewPositioning(competency, level, justification, evidence, observedOn, dayConfirmed, adoption);
    }

    public NewPositioning citing(Production production) {
        return citing(Citation.of(production));
    }

    public NewPositioning citing(Citation citation) {
        return new NewPositioning(
                competency,
                level,
                because,
                Stream.concat(evidence.stream(), Stream.of(citation)).toList(),
                observedOn,
                dayConfirmed,
                adoption);
    }

    /**
     * The day of what was observed; may lie in the past, never in the future. A day more than a year back, or before the
     * learner's first membership, has to be confirmed.
     */
    public NewPositioning observedOn(LocalDate day) {
        return new NewPositioning(competency, level, because, evidence, day, dayConfirmed, adoption);
    }

    /** The day is right, though it lies more than a year back or before the learner's first membership. */
    public NewPositioning confirmingTheDay() {
        return new NewPositioning(competency, level, because, evidence, observedOn, true, adoption);
    }

    public NewPositioning under(AdoptionId companion) {
        return new NewPositioning(competency, level, because, evidence, observedOn, dayConfirmed, companion);
    }
}
