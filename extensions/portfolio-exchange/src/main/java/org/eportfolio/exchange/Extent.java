package org.eportfolio.exchange;

import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.jspecify.annotations.Nullable;

/** How much of a portfolio is exported. */
public sealed interface Extent {
    /** One learner's dossier. */
    record OfDossier(DossierId dossier) implements Extent {}

    /**
     * A cohort: its dossiers, or a summary of them, depending on the format.
     *
     * @param adoption which one a summary is under, where the dossiers are under several; {@code null} for the only one
     */
    record OfCohort(CohortId cohort, @Nullable AdoptionId adoption) implements Extent {
        public OfCohort(CohortId cohort) {
            this(cohort, null);
        }
    }

    /** All of it. */
    record OfOrganisation() implements Extent {}

    /** One framework version. */
    record OfFramework(FrameworkId framework) implements Extent {}
}
