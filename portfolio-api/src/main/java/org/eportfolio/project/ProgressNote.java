package org.eportfolio.project;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProgressNoteId;
import org.eportfolio.id.ProjectId;

/** The state of a project on one day. It stays as it was written; the next note says how it went on. */
public record ProgressNote(
        ProgressNoteId id, DossierId dossier, ProjectId project, String text, PersonId by, Instant at) {
    public ProgressNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
    }
}
