package org.eportfolio.exchange;

import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;

/** How much of a portfolio is exported. */
public sealed interface Extent {
    /** One learner's dossier. */
    record OfDossier(DossierId dossier) implements Extent {}

    /** A cohort: its dossiers, or what is told of them together, as the format says. */
    record OfCohort(CohortId cohort) implements Extent {}

    /** All of it. */
    record OfOrganisation() implements Extent {}

    /** One framework version. */
    record OfFramework(FrameworkId framework) implements Extent {}
}
