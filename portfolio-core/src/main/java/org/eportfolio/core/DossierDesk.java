package org.eportfolio.core;

import static org.eportfolio.access.Permission.FIND_DOSSIER;
import static org.eportfolio.access.Permission.OPEN_DOSSIER;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.dossier.Dossiers;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/** Learners' dossiers. Thread-safe. */
public final class DossierDesk {
    private final DeskContext desk;

    DossierDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Opens the actor's own dossier under an adoption; the one that is open already if there is one. */
    public DossierId open(AdoptionId adoption) {
        Objects.requireNonNull(adoption, "adoption");
        return open(desk.gate().person(), adoption, LearnerStatus.SCHOOL);
    }

    /** Opens a learner's dossier under an adoption; the one that is open already if there is one. */
    public DossierId open(PersonId learner, AdoptionId adoption, LearnerStatus status) {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(status, "status");
        return desk.session().write(Scope.ORGANISATION, work -> {
            Entitled by = desk.gate().learner(learner, OPEN_DOSSIER, work);
            Optional<Dossier> there = under(adoption, learner, work);
            if (there.isPresent()) return there.get().id();
            desk.catalogue().adopted(adoption, work);
            Dossier dossier =
                    new Dossier(new DossierId(work.newId()), learner, adoption, List.of(), status, work.now());
            Dossiers.put(dossier, work);
            work.journal("dossier.opened", by.person(), by.role());
            return dossier.id();
        });
    }

    /** Adds a companion adoption, such as CRCN beside MC SNO; levels never cross from one to the other. */
    public Dossier accompany(DossierId id, AdoptionId companion) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(companion, "companion");
        return desk.write(id, OPEN_DOSSIER, call -> {
            desk.catalogue().adopted(companion, call.work());
            Dossier accompanied = call.dossier().withCompanion(companion);
            if (accompanied.equals(call.dossier())) return accompanied;
            call.put(DOSSIER, accompanied);
            call.work().touch(Scope.ORGANISATION);
            call.journal("dossier.accompanied");
            return accompanied;
        });
    }

    /** One dossier: that it is there, whose it is and under what; nothing of what lies in it. */
    public Dossier get(DossierId id) {
        Objects.requireNonNull(id, "id");
        return desk.session()
                .read(work -> desk.gate().dossier(id, FIND_DOSSIER, work).dossier());
    }

    /**
     * A learner's dossiers, the oldest first; a learner may hold several. An actor with a grant over some of them alone
     * gets those.
     *
     * @return at most one for each adoption of the organisation
     */
    public List<Dossier> of(PersonId learner) {
        return desk.session()
                .read(work -> desk.gate()
                        .dossiers(learner, work.where(DOSSIER, DossierKinds.dossiersOf(learner)), FIND_DOSSIER, work));
    }

    /**
     * A learner's dossiers that came from elsewhere, the oldest first: history, which is read like the learner's own
     * dossiers, counted nowhere, and written to by no one. An actor with a grant over some of them alone gets those.
     *
     * @return one for each dossier that an archive brought for this learner: a few in a school career
     */
    public List<Arrival> earlier(PersonId learner) {
        return desk.session().read(work -> {
            List<Dossier> open = desk.gate().dossiers(learner, Arrivals.of(learner, work), FIND_DOSSIER, work);
            return Arrivals.all(work).stream()
                    .filter(each -> open.stream().anyMatch(one -> one.id().equals(each.dossier())))
                    .toList();
        });
    }

    private static Optional<Dossier> under(AdoptionId adoption, PersonId learner, Work work) {
        return work.where(DOSSIER, DossierKinds.dossiersOf(learner)).stream()
                .filter(each -> each.adoption().equals(adoption))
                .findFirst();
    }
}
