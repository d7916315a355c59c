package org.eportfolio.core;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.spi.Scope;

/** Roles as scoped, dated grants. Revoking takes effect on the next call. Thread-safe. */
public final class GrantDesk {
    private final Session session;
    private final Gate gate;
    private final Engine engine;

    GrantDesk(Session session, Gate gate, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.engine = engine;
    }

    /** Gives a role to a person. A representative's ends when the learner comes of age, where that day is stated. */
    public Grant give(NewGrant grant) {
        Inputs.checked(grant);
        return session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.GRANT_ROLES, work);
            exists(grant.reach(), work);
            ZoneId zone = engine.clock().getZone();
            Period asked = DayBounds.period(grant.from(), grant.until(), work.now(), zone);
            Period period = Guardianship.within(asked, grant.role(), grant.reach(), zone, work);
            Grant given = new Grant(new GrantId(work.newId()), grant.holder(), grant.role(), grant.reach(), period);
            work.put(SchoolKinds.GRANT, given);
            work.journal("role.granted", head.person(), head.role());
            return given;
        });
    }

    /** Ends a grant now; it stays as history. Ending it twice does nothing. */
    public void revoke(GrantId id) {
        session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.GRANT_ROLES, work);
            Grant grant = work.find(SchoolKinds.GRANT, Scope.ORGANISATION, id.value())
                    .orElseThrow(() -> new NotFoundException("grant", id));
            refuseLastHead(grant, work);
            Grant ended = grant.endedAt(work.now());
            if (!ended.equals(grant)) work.put(SchoolKinds.GRANT, ended);
            work.journal("role.revoked", head.person(), head.role());
            return true;
        });
    }

    /** All that a person was ever granted, the oldest first. */
    public List<Grant> of(PersonId person) {
        return session.read(work -> {
            gate.organisation(Permission.GRANT_ROLES, work);
            return work.where(SchoolKinds.GRANT, SchoolKinds.grantsOf(person));
        });
    }

    /** All that several people were ever granted. */
    public List<Grant> of(Collection<PersonId> people) {
        return session.read(work -> {
            gate.organisation(Permission.GRANT_ROLES, work);
            return work.whereAny(
                    SchoolKinds.GRANT,
                    people.stream().map(SchoolKinds::grantsOf).toList());
        });
    }

    /** Without a head nobody could ever give a role again. */
    private static void refuseLastHead(Grant grant, Work work) {
        if (!grant.headsOrganisationAt(work.now())) return;
        boolean another = work.where(SchoolKinds.GRANT, SchoolKinds.headGrants()).stream()
                .anyMatch(each -> !each.id().equals(grant.id()) && each.headsOrganisationAt(work.now()));
        if (!another) throw ConflictException.state("grant.last-head");
    }

    private static void exists(Reach reach, Work work) {
        if (reach instanceof Reach.OfCohort of
                && work.find(SchoolKinds.COHORT, Scope.ORGANISATION, of.cohort().value())
                        .isEmpty()) {
            throw new NotFoundException("cohort", of.cohort());
        }
        if (reach instanceof Reach.OfDossier of) dossier(of.dossier(), work);
        if (reach instanceof Reach.OfProduction of) {
            dossier(of.dossier(), work);
            if (work.find(
                            DossierKinds.PRODUCTION,
                            DossierKinds.scope(of.dossier()),
                            of.production().value())
                    .isEmpty()) {
                throw new NotFoundException("production", of.production());
            }
        }
    }

    private static void dossier(org.eportfolio.id.DossierId id, Work work) {
        if (work.find(DossierKinds.DOSSIER, DossierKinds.scope(id), id.value()).isEmpty()) {
            throw new NotFoundException("dossier", id);
        }
    }
}
