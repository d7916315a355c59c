package org.eportfolio.reflection;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation to be asked for: {@code NewAuthorisation.toRecord("emma").comingOfAgeOn(day)
 * .forProject("Explicitations du bloc 3").use("Entretiens").recipients("L'équipe").until(day)}. Immutable.
 *
 * @param person who can be recognised, by face, voice or name
 * @param majorityOn the day on which they come of age, never the date of birth; {@code null} when they are of age, or for
 *     the day that was stated at enrolment
 * @param project for which recordings; a recording names the same one
 * @param use what they are for
 * @param recipients who may see or hear them
 * @param until the last day on which it holds
 * @param transcriptMayStandIn whether the written transcript may be read when the recording no longer may
 * @param ofAge whether the school states that they are of age; without a statement and without a day they count as minor
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewAuthorisation(
        @NotNull AuthorisationKind kind,
        @NotNull PersonId person,
        @Nullable LocalDate majorityOn,
        @NotNull @Line String project,
        @NotNull @Prose(max = 5_000) String use,
        @NotNull @Prose(max = 5_000) String recipients,

        @NotNull(message = "{authorisation.until}") @Nullable
        LocalDate until,

        boolean transcriptMayStandIn,
        boolean ofAge) {
    public static NewAuthorisation toRecord(String person) {
        return of(AuthorisationKind.RECORDING, person);
    }

    public static NewAuthorisation toDiffuse(String person) {
        return of(AuthorisationKind.DIFFUSION, person);
    }

    /** For badges, of the learner whose dossier it is. */
    public static NewAuthorisation toHaveBadges(String person) {
        return of(AuthorisationKind.BADGE, person);
    }

    private static NewAuthorisation of(AuthorisationKind kind, String person) {
        return new NewAuthorisation(kind, PersonId.of(person), null, "", "", "", null, false, false);
    }

    /** The person is a minor until this day. */
    public NewAuthorisation comingOfAgeOn(LocalDate day) {
        return new NewAuthorisation(kind, person, day, project, use, recipients, until, transcriptMayStandIn, false);
    }

    /** The school states that the person is of age: they alone sign. */
    public NewAuthorisation alreadyOfAge() {
        return new NewAuthorisation(kind, person, null, project, use, recipients, until, transcriptMayStandIn, true);
    }

    public NewAuthorisation forProject(String name) {
        return with(name, use, recipients, until, transcriptMayStandIn);
    }

    public NewAuthorisation use(String text) {
        return with(project, text, recipients, until, transcriptMayStandIn);
    }

    public NewAuthorisation recipients(String text) {
        return with(project, use, text, until, transcriptMayStandIn);
    }

    /** The last day, included; an authorisation has one. */
    public NewAuthorisation until(LocalDate day) {
        return with(project, use, recipients, day, transcriptMayStandIn);
    }

    /** The transcript may be read when the recording no longer may. */
    public NewAuthorisation leavingTranscript() {
        return with(project, use, recipients, until, true);
    }

    private NewAuthorisation with(
            String forWhat, String why, String whom, @Nullable LocalDate last, boolean leavingTranscript) {
        return new NewAuthorisation(kind, person, majorityOn, forWhat, why, whom, last, leavingTranscript, ofAge);
    }
}
