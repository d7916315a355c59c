package org.eportfolio.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * A class-wide entry that was made; its assessments stand in the learners' dossiers.
 *
 * @param dossiers those that got a positioning
 */
public record ClassEntry(ClassEntryId id, CohortId cohort, PersonId author, List<DossierId> dossiers) {
    public ClassEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(author, "author");
        dossiers = List.copyOf(dossiers);
    }
}
