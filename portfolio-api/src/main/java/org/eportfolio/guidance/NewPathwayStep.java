package org.eportfolio.guidance;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * A step to be added to a learner's pathway:
 * {@code NewPathwayStep.on("C3.2").through("Tenir le registre").because("Rien encore sur C3.2.").by(day)}. Accepting a
 * suggestion is adding the step that {@link #accepting} makes of it.
 *
 * @param mission what to do, in words; {@code null} if only the competency is named
 * @param candidate the id of the mission, where it was chosen among candidates
 * @param reason why this step, for this learner: pedagogical, never a diagnosis; needed
 * @param dueOn the last day; {@code null} for none
 * @param adoption under which; {@code null} for the dossier's main one
 */
public record NewPathwayStep(
        @NotNull Code competency,
        @Nullable @Line(max = 500) String mission,
        @Nullable @Line String candidate,
        @NotNull @Prose(max = 10_000) String reason,
        @Nullable LocalDate dueOn,
        @Nullable AdoptionId adoption) {
    public static NewPathwayStep on(String competency) {
        return new NewPathwayStep(Code.of(competency), null, null, "", null, null);
    }

    /** The step that a suggestion proposes, with its reasons in this language; the teacher may still change it. */
    public static NewPathwayStep accepting(Suggestion suggestion, Locale locale) {
        Candidate mission = suggestion.mission();
        return new NewPathwayStep(
                suggestion.competency(),
                mission == null ? null : mission.label(),
                mission == null ? null : mission.id(),
                suggestion.why(locale),
                null,
                null);
    }

    /** What to do, in words. */
    public NewPathwayStep through(String words) {
        return new NewPathwayStep(competency, words, candidate, reason, dueOn, adoption);
    }

    public NewPathwayStep because(String why) {
        return new NewPathwayStep(competency, mission, candidate, why, dueOn, adoption);
    }

    public NewPathwayStep by(LocalDate day) {
        return new NewPathwayStep(competency, mission, candidate, reason, day, adoption);
    }

    public NewPathwayStep under(AdoptionId companion) {
        return new NewPathwayStep(competency, mission, candidate, reason, dueOn, companion);
    }
}
