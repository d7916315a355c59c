package org.eportfolio.core.internal.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/**
 * What a person may reach: their own dossiers and those that their grants lead to today. The rules have yet to say which of
 * them open, and for what. What came from elsewhere is left out. A bounded number of readings, however much it is.
 *
 * @param people who learn today in the cohorts that the person teaches, answers for or learns in
 * @param productions that are granted one by one
 * @param whole whether no dossier was left out because there are too many
 * @param everywhere whether there are dossiers beyond these: all of the organisation that did not come from elsewhere
 */
public record ReachedDossiers(
        List<Dossier> dossiers, Set<PersonId> people, List<Citation> productions, boolean whole, boolean everywhere) {
    /** At most so many of them, those everywhere included. */
    static ReachedDossiers by(Holdings holdings, int most, Work work) {
        boolean everywhere = holdings.current().anyMatch(ReachedDossiers::readsEverywhere);
        return by(holdings, most, everywhere ? first(most + 2, work) : List.of(), false, work);
    }

    /**
     * All of them; those that are reached because everything is are left out and only said to be there. A head opens dossiers
     * one by one, so that nothing is looked for in those that are closed.
     */
    static ReachedDossiers all(Holdings holdings, Work work) {
        boolean everywhere = holdings.current().anyMatch(each -> readsEverywhere(each) && each.role() != Role.HEAD);
        return by(holdings, Integer.MAX_VALUE, List.of(), everywhere, work);
    }

    private static ReachedDossiers by(Holdings holdings, int most, List<Scope> more, boolean everywhere, Work work) {
        List<Reach> reaches =
                new ArrayList<>(holdings.current().map(Grant::reach).toList());
        holdings.openings().stream()
                .filter(each -> each.runsAt(holdings.at()))
                .forEach(each -> reaches.add(new Reach.OfDossier(each.dossier())));
        Set<CohortId> teaching = cohorts(reaches);
        Set<CohortId> all = new HashSet<>(teaching);
        holdings.memberships().stream()
                .filter(each -> each.period().holdsAt(holdings.at()))
                .forEach(each -> all.add(each.cohort()));
        Set<PersonId> people = new HashSet<>();
        Set<PersonId> taught = new HashSet<>();
        for (Membership each : memberships(all, work)) {
            people.add(each.learner());
            if (teaching.contains(each.cohort())) taught.add(each.learner());
        }
        taught.add(holdings.person());
        Map<DossierId, Dossier> dossiers = new LinkedHashMap<>();
        of(taught, work).forEach(each -> dossiers.put(each.id(), each));
        List<Scope> named = named(reaches, more);
        named.removeIf(each -> dossiers.containsKey(new DossierId(each.id())));
        beside(named, work).forEach(each -> dossiers.put(each.id(), each));
        return new ReachedDossiers(
                dossiers.values().stream().limit(most).toList(),
                people,
                productions(reaches),
                dossiers.size() <= most,
                everywhere);
    }

    /** Who learns today in the cohorts that the person teaches, answers for or learns in. */
    static Set<PersonId> people(Holdings holdings, Work work) {
        Set<CohortId> all =
                new HashSet<>(cohorts(holdings.current().map(Grant::reach).toList()));
        holdings.memberships().stream()
                .filter(each -> each.period().holdsAt(holdings.at()))
                .forEach(each -> all.add(each.cohort()));
        return members(all, work);
    }

    /** All dossiers of these learners; those from elsewhere are left out. */
    public static List<Dossier> of(Collection<PersonId> learners, Work work) {
        return work.whereAny(
                DossierKinds.DOSSIER,
                learners.stream().map(DossierKinds::dossiersOf).toList());
    }

    /** Who learns in these cohorts today. */
    public static Set<PersonId> members(Collection<CohortId> cohorts, Work work) {
        return memberships(cohorts, work).stream().map(Membership::learner).collect(Collectors.toSet());
    }

    private static List<Membership> memberships(Collection<CohortId> cohorts, Work work) {
        return work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        cohorts.stream().map(SchoolKinds::membersOf).toList())
                .stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .toList();
    }

    /** A head reaches everything and reads what was opened for a reason, dossier by dossier. */
    private static boolean readsEverywhere(Grant grant) {
        return grant.reach() instanceof Reach.Organisation && Permission.READ_PROGRESS.heldBy(grant.role());
    }

    private static Set<CohortId> cohorts(List<Reach> reaches) {
        return reaches.stream()
                .filter(Reach.OfCohort.class::isInstance)
                .map(each -> ((Reach.OfCohort) each).cohort())
                .collect(Collectors.toSet());
    }

    /** The organisation is one of them. */
    private static List<Scope> first(int most, Work work) {
        return work.view().scopes(null, most).stream()
                .filter(each -> !each.equals(Scope.ORGANISATION))
                .toList();
    }

    private static List<Scope> named(List<Reach> reaches, List<Scope> more) {
        Set<Scope> scopes = new LinkedHashSet<>(more);
        for (Reach each : reaches) if (each instanceof Reach.OfDossier of) scopes.add(DossierKinds.scope(of.dossier()));
        return new ArrayList<>(scopes);
    }

    /** The dossiers of these scopes, but those from elsewhere. */
    public static List<Dossier> beside(List<Scope> scopes, Work work) {
        if (scopes.isEmpty()) return List.of();
        Set<DossierId> arrived =
                Arrivals.all(work).stream().map(each -> each.dossier()).collect(Collectors.toSet());
        return work.among(DossierKinds.DOSSIER, scopes).stream()
                .filter(each -> !arrived.contains(each.id()))
                .toList();
    }

    private static List<Citation> productions(List<Reach> reaches) {
        return reaches.stream()
                .flatMap(each -> each instanceof Reach.OfProduction of
                        ? Stream.of(new Citation(of.dossier(), of.production(), 1))
                        : Stream.empty())
                .toList();
    }
}
