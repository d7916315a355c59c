package org.eportfolio.certification;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.AdviceId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** What a teacher says to a candidate about their choices. It changes none of them, and no jury reads it. */
public record Advice(AdviceId id, DossierId dossier, ExamFileId file, PersonId by, Role role, String text, Instant at) {
    public Advice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
