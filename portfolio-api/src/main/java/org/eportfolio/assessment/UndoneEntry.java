package org.eportfolio.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.DossierId;

/**
 * What became of a class-wide entry that its author took back. Immutable.
 *
 * @param retractions the assessments that take it back, one for each dossier in which it still stood
 * @param leftOut the dossiers in which it stands still, because they are closed to the teacher by now, such as those of
 *     learners who left the class; undoing again once they are open takes it back there too
 */
public record UndoneEntry(ClassEntryId entry, List<Assessment> retractions, List<DossierId> leftOut) {
    public UndoneEntry {
        Objects.requireNonNull(entry, "entry");
        retractions = List.copyOf(retractions);
        leftOut = List.copyOf(leftOut);
    }
}
