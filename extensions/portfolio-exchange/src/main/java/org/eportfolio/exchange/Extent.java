package org.eportfolio.exchange;

import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;

/** How much of a portfolio is exported. */
public sealed interface Extent {
    /** One learner's dossier. */
    record OfDossier(DossierId dossier) implements Extent {}

    /** A cohort: its dossiers, or a summary of them, depending on the format. */
    record OfCohort(CohortId cohort) implements Extent {}

    /** All of it. */
    record OfOrganisation() implements Extent {}

    /** One framework version. */
    record OfFramework(FrameworkId framework) implements Extent {}
}
