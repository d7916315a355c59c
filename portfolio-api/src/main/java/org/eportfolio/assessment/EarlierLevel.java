package org.eportfolio.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Fate;
import org.eportfolio.id.DossierId;

/**
 * A level that a learner had under an earlier version, for readers of the dossier that continues. It is history: a level of
 * another scale, never converted, and no level of the codes that succeed.
 *
 * @param dossier in which it stands
 * @param adoption with the scale that the level is of
 * @param successors the codes of the new version that take the place of this one; possibly none
 */
public record EarlierLevel(DossierId dossier, Adoption adoption, CurrentLevel level, Fate fate, List<Code> successors) {
    public EarlierLevel {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(fate, "fate");
        successors = List.copyOf(successors);
    }
}
