package org.eportfolio.core;

import static org.eportfolio.access.Permission.CLOSE_TO_REPRESENTATIVE;
import static org.eportfolio.access.Permission.GRANT_ROLES;
import static org.eportfolio.access.Permission.OPEN_TO_REPRESENTATIVE;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;
import static org.eportfolio.core.internal.kind.SchoolKinds.GRANT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Roles as scoped, dated grants. Revoking takes effect on the next call. Thread-safe. */
public final class GrantDesk {
    private final DeskContext desk;

    GrantDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Gives a role to a person. A representative's ends when the learner comes of age, where that day is stated; several
     * representatives of one learner each hold their own and act alone.
     */
    public Grant give(NewGrant grant) {
        Objects.requireNonNull(grant, "grant");
        NewGrant read = Inputs.checked(grant);
        PeopleOnly.require(read.holder());
        InvalidInputException.unless(read.role() != Role.SERVICE, "role", "service.no-grant");
        return desk.write(GRANT_ROLES, call -> {
            exists(read.reach(), call.work());
            Period period = DayBounds.period(read.from(), read.until(), call.work());
            Grant given = new Grant(new GrantId(call.newId()), read.holder(), read.role(), read.reach(), period);
            call.save("role.granted", GRANT, given);
            return Guardianship.asTheyHold(List.of(given), call.work()).get(0);
        });
    }

    /** Ends a grant now; it stays as history. Ending it twice does nothing. */
    public void revoke(GrantId id) {
        desk.run(GRANT_ROLES, call -> {
            Grant grant = call.find(GRANT, id.value()).orElseThrow(() -> new NotFoundException("grant", id));
            refuseLastHead(grant, call.work());
            Grant ended = grant.asEnded(call.now());
            if (!ended.equals(grant)) call.put(GRANT, ended);
            call.journal("role.revoked");
        });
    }

    /**
     * Changes until when a grant holds that has not ended.
     *
     * @param last the last day, included, in the organisation's time zone; {@code null} for no end
     * @throws NotFoundException if there is no such grant
     * @throws ConflictException if it has ended already
     * @throws org.eportfolio.InvalidInputException if that day is before it begins
     */
    public Grant endOn(GrantId id, @Nullable LocalDate last) {
        Objects.requireNonNull(id, "id");
        Inputs.requireBoundedIfGiven("last", last);
        return desk.write(GRANT_ROLES, call -> {
            Grant there = call.find(GRANT, id.value()).orElseThrow(() -> new NotFoundException("grant", id));
            if (!there.period().endsAfter(call.now())) throw ConflictException.state("grant.ended");
            Period period = new Period(
                    there.period().from(),
                    last == null ? null : DayBounds.endOf(last, call.work().zone()));
            Grant changed = there.during(period);
            if (!changed.headsOrganisationAt(call.now())) refuseLastHead(there, call.work());
            return Guardianship.asTheyHold(
                            List.of(call.saveChanged("role.rescheduled", GRANT, there, changed)), call.work())
                    .get(0);
        });
    }

    /**
     * Opens the actor's own dossier again to a person who was their legal representative, whose role ended when the learner
     * came of age: published facts, as before. The learner ends it at any time.
     *
     * @param last the last day, included; {@code null} for no end
     * @throws org.eportfolio.DeniedException unless the school knows that the learner is of age
     * @throws NotFoundException if that person never represented the learner here
     * @throws ConflictException if it is open to that person already
     */
    public Grant openToRepresentative(DossierId dossier, PersonId representative, @Nullable LocalDate last) {
        Objects.requireNonNull(representative, "representative");
        Inputs.requireBoundedIfGiven("last", last);
        return onOwnDossier(dossier, OPEN_TO_REPRESENTATIVE, representative, (call, grants) -> {
            if (!Guardianship.isKnownToBeOfAge(call.learner(), call.work())) {
                throw new DeniedException(Message.of("grant.learner-not-of-age"));
            }
            if (grants.isEmpty()) throw new NotFoundException("representative", representative);
            if (grants.stream().anyMatch(each -> each.period().endsAfter(call.now()))) {
                throw ConflictException.state("grant.open-already", representative);
            }
            Grant given = new Grant(
                    new GrantId(call.newId()),
                    representative,
                    Role.REPRESENTATIVE,
                    new Reach.OfDossier(dossier),
                    DayBounds.period(null, last, call.work()),
                    true);
            call.work().touch(DossierKinds.scope(dossier));
            return call.save("dossier.opened-to-representative", GRANT, given);
        });
    }

    /**
     * Ends what {@link #openToRepresentative} opened; the next call of that person is refused. A learner who left may do it
     * too.
     *
     * @throws NotFoundException if nothing is open to that person by the learner's own choice
     */
    public Grant closeToRepresentative(DossierId dossier, PersonId representative) {
        Objects.requireNonNull(representative, "representative");
        return onOwnDossier(dossier, CLOSE_TO_REPRESENTATIVE, representative, (call, grants) -> {
            Grant open = grants.stream()
                    .filter(each -> each.openedByLearner() && each.period().endsAfter(call.now()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("representative", representative));
            call.work().touch(DossierKinds.scope(dossier));
            return call.save("dossier.closed-to-representative", GRANT, open.asEnded(call.now()));
        });
    }

    /** With the grants of this representative over the dossier, as they hold. */
    private Grant onOwnDossier(
            DossierId dossier,
            Permission permission,
            PersonId representative,
            BiFunction<DossierCall, List<Grant>, Grant> change) {
        Objects.requireNonNull(dossier, "dossier");
        return desk.session().write(Scope.ORGANISATION, work -> {
            DossierCall call = desk.open(dossier, permission, work);
            List<Grant> grants =
                    Guardianship.asTheyHold(work.where(GRANT, SchoolKinds.grantsOf(representative)), work).stream()
                            .filter(each -> each.role() == Role.REPRESENTATIVE
                                    && each.reach().equals(new Reach.OfDossier(dossier)))
                            .toList();
            return change.apply(call, grants);
        });
    }

    /** All that a person was ever granted, the oldest first: a few for each year at the school. */
    public List<Grant> of(PersonId person) {
        Objects.requireNonNull(person, "person");
        return desk.read(
                GRANT_ROLES,
                call -> Guardianship.asTheyHold(call.where(GRANT, SchoolKinds.grantsOf(person)), call.work()));
    }

    /** All that several people were ever granted: a few for each of them and year at the school. */
    public List<Grant> of(Collection<PersonId> people) {
        Inputs.requireBounded("people", people);
        return desk.read(
                GRANT_ROLES,
                call -> Guardianship.asTheyHold(
                        call.work()
                                .whereAny(
                                        GRANT,
                                        people.stream()
                                                .map(SchoolKinds::grantsOf)
                                                .toList()),
                        call.work()));
    }

    /** Without a head, no role could ever be given again. */
    private static void refuseLastHead(Grant grant, Work work) {
        if (!grant.headsOrganisationAt(work.now())) return;
        boolean another = work.where(GRANT, SchoolKinds.headGrants()).stream()
                .anyMatch(each -> !each.id().equals(grant.id()) && each.headsOrganisationAt(work.now()));
        if (!another) throw ConflictException.state("grant.last-head");
    }

    private static void exists(Reach reach, Work work) {
        if (reach instanceof Reach.OfCohort of
                && work.find(COHORT, Scope.ORGANISATION, of.cohort().value()).isEmpty()) {
            throw new NotFoundException("cohort", of.cohort());
        }
        if (reach instanceof Reach.OfDossier of) dossier(of.dossier(), work);
        if (reach instanceof Reach.OfProduction of) {
            dossier(of.dossier(), work);
            if (work.find(
                            PRODUCTION,
                            DossierKinds.scope(of.dossier()),
                            of.production().value())
                    .isEmpty()) {
                throw new NotFoundException("production", of.production());
            }
        }
    }

    private static void dossier(DossierId id, Work work) {
        if (work.find(DOSSIER, DossierKinds.scope(id), id.value()).isEmpty()) {
            throw new NotFoundException("dossier", id);
        }
    }
}
