package org.eportfolio.core.internal.dossier;

import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.spi.Scope;

/** How a dossier begins. */
public final class Dossiers {
    private Dossiers() {}

    /** A new one: one entry in its chain, and one in the organisation's, where two openings at once would collide. */
    public static void put(Dossier dossier, Work work) {
        PeopleOnly.require(dossier.learner());
        work.found(DossierKinds.scope(dossier.id()));
        work.put(DossierKinds.DOSSIER, dossier);
        work.mention(Scope.ORGANISATION, DossierKinds.DOSSIER, dossier);
    }
}
