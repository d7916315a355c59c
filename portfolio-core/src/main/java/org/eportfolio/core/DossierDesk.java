package org.eportfolio.core;

import java.util.List;
import java.util.Optional;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.Dossiers;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/** Learners' dossiers. Thread-safe. */
public final class DossierDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;

    DossierDesk(Session session, Gate gate, Catalogue catalogue) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /** Opens the actor's own dossier under an adoption; the one that is open already if there is one. */
    public DossierId open(AdoptionId adoption) {
        return open(gate.person(), adoption, LearnerStatus.SCHOOL);
    }

    /** Opens a learner's dossier under an adoption; the one that is open already if there is one. */
    public DossierId open(PersonId learner, AdoptionId adoption, LearnerStatus status) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled by = gate.learner(learner, Permission.OPEN_DOSSIER, work);
            Optional<Dossier> there = under(adoption, learner, work);
            if (there.isPresent()) return there.get().id();
            catalogue.adopted(adoption, work);
            Dossier dossier =
                    new Dossier(new DossierId(work.newId()), learner, adoption, List.of(), status, work.now());
            Dossiers.put(dossier, work);
            work.journal("dossier.opened", by.person(), by.role());
            return dossier.id();
        });
    }

    /** Adds a companion adoption, such as CRCN beside MC SNO; levels never cross from one to the other. */
    public Dossier accompany(DossierId id, AdoptionId companion) {
        return session.write(DossierKinds.scope(id), work -> {
            Opened opened = gate.dossier(id, Permission.OPEN_DOSSIER, work);
            catalogue.adopted(companion, work);
            Dossier accompanied = opened.dossier().accompaniedBy(companion);
            if (accompanied.equals(opened.dossier())) return accompanied;
            work.put(DossierKinds.DOSSIER, accompanied);
            work.touch(Scope.ORGANISATION);
            work.journal("dossier.accompanied", opened.person(), opened.role());
            return accompanied;
        });
    }

    /** One dossier. */
    public Dossier get(DossierId id) {
        return session.read(
                work -> gate.dossier(id, Permission.READ_PROGRESS, work).dossier());
    }

    /**
     * A learner's dossiers, the oldest first; a learner may hold several. An actor with a grant over some of them alone
     * gets those.
     */
    public List<Dossier> of(PersonId learner) {
        return session.read(work -> gate.dossiers(
                learner,
                work.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(learner)),
                Permission.READ_PROGRESS,
                work));
    }

    private static Optional<Dossier> under(AdoptionId adoption, PersonId learner, Work work) {
        return work.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(learner)).stream()
                .filter(each -> each.adoption().equals(adoption))
                .findFirst();
    }
}
