package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * What a succession would mean for a cohort, as a whole and learner by learner.
 *
 * @param lines one for each dossier of a learner of today under the old version
 */
public record CohortSuccession(CohortId cohort, SuccessionPreview whole, List<Line> lines) {
    /**
     * One dossier under the old version.
     *
     * @param adoption under which it is; its levels are of this adoption's scale
     * @param continued whether the learner has a dossier under the new version already
     * @param impacts one for each code that carries an assessment that stands or an open goal, in the order of the old
     *     version
     */
    public record Line(
            PersonId learner,
            DossierId dossier,
            AdoptionId adoption,
            boolean continued,
            List<SuccessionPreview.Impact> impacts) {
        public Line {
            Objects.requireNonNull(learner, "learner");
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(adoption, "adoption");
            impacts = List.copyOf(impacts);
        }
    }

    public CohortSuccession {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(whole, "whole");
        lines = List.copyOf(lines);
    }
}
