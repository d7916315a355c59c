package org.eportfolio.interview;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.InterviewNoteId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/**
 * What the team notes for itself about an interview. Only staff read it in the application; an access request of the
 * learner (GDPR art. 15) gets it all the same, so it is written with that in mind. Never changed.
 */
public record InterviewNote(
        InterviewNoteId id, DossierId dossier, InterviewId interview, String text, PersonId by, Role role, Instant at) {
    public InterviewNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(interview, "interview");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
    }
}
