package org.eportfolio.core.internal.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.OwnRoles;
import org.eportfolio.core.internal.access.ReachedDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.search.Findings;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.Scope;

/**
 * One search: reads what the actor may read now, and finds among that alone. What they may not read is never looked at, so
 * that it moves no rank and no count. For any number of threads, each call for one.
 */
public final class Search {
    /** How many dossiers one call looks through where the store has no index, or while it is being made. */
    public static final int MOST_DOSSIERS = 1_000;

    /** Whose missions one call looks through, of people who do not read scenarios. */
    private static final int MOST_WITH_MISSIONS = 3;

    private final SearchQuery query;
    private final SearchFilters filters;
    private final SearchRequest request;

    /** @throws org.eportfolio.InvalidInputException if the query has no word, too many, or only such as stand everywhere */
    public Search(String query, SearchFilters filters, SearchRequest request) {
        this.query = SearchQuery.of(query);
        this.filters = filters;
        this.request = request;
        if (request.after() != null) Rank.parse(request.after());
    }

    /**
     * What is known before the search itself.
     *
     * @param people who may be meant, as they are called here; {@link #look} takes them with the names that are shown
     * @param indexed whether the store has an index that is whole
     */
    public record Outlook(Map<PersonId, String> people, boolean indexed) {}

    /** Looks ahead, in a snapshot of its own: names are asked for between this one and that of the search. */
    public Outlook outlook(Call call) {
        return new Outlook(people(call), IndexedSearch.isPossible(call.work()));
    }

    /** The same over a store that keeps no index. */
    public Outlook outlookWithoutIndex(Call call) {
        return new Outlook(people(call), false);
    }

    private Map<PersonId, String> people(Call call) {
        boolean wanted = filters.wants(FoundKind.PERSON) && filters.since() == null;
        if (!wanted) return Map.of();
        return new PeopleSearch(call, query).candidates(meant(call), each -> filters.beyondDossiers());
    }

    /** Those who are searched: near the actor, or of a cohort, or one learner. */
    private Set<PersonId> meant(Call call) {
        CohortId cohort = filters.cohort();
        PersonId learner = filters.learner();
        if (cohort == null && learner == null) return call.gate().near(call.work());
        Set<PersonId> members = cohort == null ? Set.of() : members(cohort, call);
        if (learner == null) return members;
        return cohort == null || members.contains(learner) ? Set.of(learner) : Set.of();
    }

    /** @param people by the names that the actor sees; those who do not have the query in it are left out */
    public Findings look(Call call, Map<PersonId, String> people) {
        HitCollector lookout = new HitCollector(query, filters, request);
        people.forEach(lookout::offer);
        boolean indexed = IndexedSearch.isPossible(call.work());
        ReachedDossiers reach = reached(indexed, call);
        DossierSearch dossiers = new DossierSearch(call, lookout);
        if (indexed) new IndexedSearch(call, query, lookout).look(reach);
        else dossiers.look(reach.dossiers());
        dossiers.lookBeyond(reach.dossiers(), reach.productions());
        SharedSearch shared = new SharedSearch(call, lookout);
        boolean whole = reach.whole();
        if (filters.beyondDossiers()) shared.frameworks();
        if (shared.opens(Permission.READ_SCENARIOS)) {
            if (filters.beyondDossiers()) shared.scenarios();
        } else if (lookout.wants(FoundKind.MISSION)) {
            List<Dossier> followed = dossiers.followed(reach.dossiers());
            followed.stream().limit(MOST_WITH_MISSIONS).forEach(shared::missions);
            whole &= followed.size() <= MOST_WITH_MISSIONS;
        }
        return lookout.page(whole, call.work().view()::rows);
    }

    /** What is looked through before any rule decides; all of it where there is an index. */
    private ReachedDossiers reached(boolean indexed, Call call) {
        if (filters.beyondDossiers()) {
            return indexed ? call.gate().reached(call.work()) : call.gate().reached(MOST_DOSSIERS, call.work());
        }
        Set<PersonId> wanted = meant(call);
        List<Dossier> dossiers = ReachedDossiers.of(wanted, call.work());
        boolean whole = indexed || dossiers.size() <= MOST_DOSSIERS;
        List<Dossier> looked = whole ? dossiers : dossiers.subList(0, MOST_DOSSIERS);
        return new ReachedDossiers(looked, wanted, List.of(), whole, false);
    }

    private static Set<PersonId> members(CohortId cohort, Call call) {
        requireKnown(cohort, call);
        return ReachedDossiers.members(Set.of(cohort), call.work());
    }

    /** A cohort that the actor reads or learns in; any other is none. */
    private static void requireKnown(CohortId cohort, Call call) {
        OwnRoles own = call.gate().own(call.work());
        boolean known = own.cohorts().contains(cohort)
                || own.readableUntil() == null
                        && call.work()
                                .find(SchoolKinds.COHORT, Scope.ORGANISATION, cohort.value())
                                .filter(call.gate().readable(call.work()))
                                .isPresent();
        if (!known) throw new NotFoundException("cohort", cohort);
    }
}
