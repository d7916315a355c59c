package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One published judgement on one competency or sub-competency. Append-only: a correction is another assessment that
 * supersedes this one and says why.
 *
 * @param level of the adoption's scale; {@code null} if and only if the outcome is not {@link Outcome#LEVEL}
 * @param author who judges
 * @param role the role that the author held then
 * @param observedOn the day of what was observed, in the organisation's time zone; never after {@code recordedAt}
 * @param recordedAt when it was stored; readings as of an instant leave out what was stored later
 * @param because the justification
 * @param strengths what went well, in a self-assessment
 * @param gaps what is missing still, in a self-assessment
 * @param evidence frozen versions of productions
 * @param entry the class-wide entry it was part of
 * @param imported whether it came as history from elsewhere, and was not given here
 */
public record Assessment(
        AssessmentId id,
        DossierId dossier,
        AdoptionId adoption,
        Code competency,
        Perspective perspective,
        Outcome outcome,
        @Nullable LevelId level,
        PersonId author,
        Role role,
        LocalDate observedOn,
        Instant recordedAt,
        @Nullable String because,
        @Nullable String strengths,
        @Nullable String gaps,
        List<Evidence> evidence,
        @Nullable Supersession supersedes,
        @Nullable ClassEntryId entry,
        boolean imported) {
    public Assessment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(perspective, "perspective");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(observedOn, "observedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        evidence = List.copyOf(evidence);
        InvalidInputException.unless((outcome == Outcome.LEVEL) == (level != null), "level", "assessment.level");
        InvalidInputException.unless(
                outcome != Outcome.RETRACTED || supersedes != null, "supersedes", "assessment.retracts-nothing");
        boolean grounded = (because != null && !because.isBlank()) || !evidence.isEmpty() || supersedes != null;
        InvalidInputException.unless(
                grounded || imported || perspective == Perspective.SELF, "because", "assessment.ungrounded");
        InvalidInputException.unless(
                perspective != Perspective.SELF || role == Role.LEARNER, "role", "assessment.self-role");
    }
}
