package org.eportfolio.core.internal.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's learners at an instant, in the order of their ids, with their dossiers under one adoption. Two readings,
 * however many learners.
 *
 * @param dossiers those that are open; a learner without one is missing
 */
public record CohortDossiers(AdoptionId adoption, Set<PersonId> learners, Map<PersonId, Dossier> dossiers) {
    /** @param named {@code null} for the one adoption under which this cohort's dossiers are */
    public static CohortDossiers of(CohortId cohort, @Nullable AdoptionId named, Instant at, Work work) {
        Set<PersonId> learners = learners(work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort)), at);
        return under(named, learners, open(learners, at, work), work);
    }

    /**
     * Of the cohort as it was at an instant, what opens to the person of the call now: who has left since is there for
     * those only who may still read about them. One reading more, if anyone has left.
     *
     * @param named {@code null} for the one adoption under which these dossiers are
     * @throws DeniedException if no adoption is named and the head, who asks, opened none of these dossiers; or if levels are
     *     held back from the actor in one of them
     */
    public static CohortDossiers openTo(
            Call call, CohortId cohort, @Nullable AdoptionId named, Instant at, Permission permission) {
        List<Membership> memberships = call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        Set<PersonId> members = learners(memberships, at);
        ManyDossiers many = call.many(memberships);
        List<Dossier> there = open(members, at, call.work());
        List<Dossier> open = many.open(there, permission);
        boolean closed = open.isEmpty() && !there.isEmpty() && call.role() == Role.HEAD && permission.opensForReason();
        if (named == null && closed) throw new DeniedException(Message.of("denied.opens-for-reason", permission));
        if (permission == Permission.READ_PROGRESS) ShownAssessments.requireNothingHeldBack(call, members);
        Set<PersonId> learners = open.stream().map(Dossier::learner).collect(Collectors.toCollection(TreeSet::new));
        members.removeAll(learners);
        learners.addAll(many.learners(members, permission));
        return under(named, learners, open, call.work());
    }

    private static Set<PersonId> learners(List<Membership> memberships, Instant at) {
        return memberships.stream()
                .filter(each -> each.period().holdsAt(at))
                .map(Membership::learner)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Dossier> open(Set<PersonId> learners, Instant at, Work work) {
        return work
                .whereAny(
                        DossierKinds.DOSSIER,
                        learners.stream().map(DossierKinds::dossiersOf).toList())
                .stream()
                .filter(each -> !each.openedAt().isAfter(at))
                .toList();
    }

    private static CohortDossiers under(
            @Nullable AdoptionId named, Set<PersonId> learners, List<Dossier> open, Work work) {
        AdoptionId adoption = named == null ? onlyOne(open, work) : named;
        Map<PersonId, Dossier> under = new HashMap<>();
        for (Dossier each : open) {
            if (each.adoptions().anyMatch(adoption::equals)) under.putIfAbsent(each.learner(), each);
        }
        return new CohortDossiers(adoption, learners, under);
    }

    private static AdoptionId onlyOne(List<Dossier> open, Work work) {
        Set<AdoptionId> adoptions = open.stream().map(Dossier::adoption).collect(Collectors.toSet());
        InvalidInputException.unless(!adoptions.isEmpty(), "", "cohort.no-dossier");
        if (adoptions.size() > 1) {
            AdoptionNames names = new AdoptionNames(Arrivals.ownAdoptions(work), work.zone());
            throw InvalidInputException.because("adoption", "cohort.several-adoptions", names.listed(adoptions));
        }
        return adoptions.iterator().next();
    }
}
