package org.eportfolio.certification;

import java.util.Objects;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ShowcaseId;

/**
 * Something that the candidate puts before the jury. What is not of this family cannot be sealed: no positioning, no
 * review, no interview, no tutor's answer, no note of the staff.
 */
public sealed interface Choice {
    /** One version of a production; sealing freezes it. */
    record OfProduction(DossierId dossier, ProductionId production, int version) implements Choice {
        public OfProduction {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
        }
    }

    /** The narrative of a showcase and the words on what it shows, as they stand on sealing; not its productions. */
    record OfNarrative(ShowcaseId showcase) implements Choice {
        public OfNarrative {
            Objects.requireNonNull(showcase, "showcase");
        }
    }

    /** One of the candidate's own published self-assessments: formative, so there only because they named it. */
    record OfSelfAssessment(AssessmentId assessment) implements Choice {
        public OfSelfAssessment {
            Objects.requireNonNull(assessment, "assessment");
        }
    }
}
