package org.eportfolio.core.internal.call;

import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** One call in one dossier. For one thread. */
public final class DossierCall extends Call {
    private final Dossier dossier;

    DossierCall(DeskContext desk, Work work, Opened opened) {
        super(
                desk,
                work,
                opened.person(),
                opened.role(),
                DossierKinds.scope(opened.dossier().id()));
        this.dossier = opened.dossier();
    }

    public Dossier dossier() {
        return dossier;
    }

    /** Whose dossier it is. */
    public PersonId learner() {
        return dossier.learner();
    }

    /**
     * The adoption under which something is said here.
     *
     * @param named one of the dossier's; {@code null} for the main one
     */
    public Catalogue.Adopted adopted(@Nullable AdoptionId named) {
        return catalogue().of(dossier, named, work());
    }
}
