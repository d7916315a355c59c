package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;

/** How far a grant goes. */
public sealed interface Reach {
    /** Everything in the organisation. */
    record Organisation() implements Reach {}

    /** The dossiers of a cohort's learners, while they are members. */
    record OfCohort(CohortId cohort) implements Reach {
        public OfCohort {
            Objects.requireNonNull(cohort, "cohort");
        }
    }

    /** One dossier. */
    record OfDossier(DossierId dossier) implements Reach {
        public OfDossier {
            Objects.requireNonNull(dossier, "dossier");
        }
    }

    /** One production of a dossier, and nothing else in it. */
    record OfProduction(DossierId dossier, ProductionId production) implements Reach {
        public OfProduction {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
        }
    }
}
