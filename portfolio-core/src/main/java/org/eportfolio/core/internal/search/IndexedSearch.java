package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.access.ReachedDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Framework;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.eportfolio.search.Found;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Looks into dossiers by the store's index: it says which records have words of the query, and how they rank; the rules decide
 * which of them open; what comes to be on the page is read. For one call.
 */
final class IndexedSearch {
    /** How many times more are looked at each time. */
    private static final int MORE = 10;

    private final Call call;
    private final SearchQuery query;
    private final HitCollector lookout;
    private final ManyDossiers many;
    private final Labels labels;
    private final Map<String, SearchQuery.Fitting> fittings = new HashMap<>();

    IndexedSearch(Call call, SearchQuery query, HitCollector lookout) {
        this.call = call;
        this.query = query;
        this.lookout = lookout;
        this.many = call.many(List.of());
        this.labels = new AdoptedLabels(call.catalogue(), call.work());
    }

    /** Whether the store has an index that is whole. */
    static boolean isPossible(Work work) {
        return work.view().indexedBy().equals(SearchIndexing.RULES.rules());
    }

    /** How well a record fits: which words of the query it has, and which in its title, as bits. */
    private static final class Fit {
        private final RowName name;
        private final long at;
        private int words;
        private int titled;

        Fit(IndexHit hit) {
            this.name = hit.name();
            this.at = hit.at();
        }

        SearchedText.Match match() {
            return new SearchedText.Match(Integer.bitCount(words), Integer.bitCount(titled));
        }
    }

    /** A record that fits, with what says where it would stand; whether its dossier opens is not known yet. */
    private record Candidate(SearchedKind<?> searched, RowName name, SearchedText.Match match, long at) {
        /** As {@link Rank} has it; what names them is made only where all else is equal. */
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt((Candidate each) -> each.match.words())
                .thenComparingInt(each -> each.match.titled())
                .thenComparingLong(Candidate::at)
                .reversed()
                .thenComparing(Candidate::ref, Comparator.comparing(Ref::toString));

        Ref ref() {
            return Ref.in(new DossierId(name.scope().id()), searched.ref(), name.id());
        }
    }

    void look(ReachedDossiers reach) {
        Map<Scope, Dossier> dossiers = new HashMap<>();
        reach.dossiers().forEach(each -> dossiers.put(DossierKinds.scope(each.id()), each));
        List<Scope> scopes = reach.everywhere() ? null : List.copyOf(dossiers.keySet());
        Map<Kind, SearchedKind<?>> kinds = SearchedKind.IN_DOSSIERS.stream()
                .filter(each -> lookout.wants(each.found()))
                .collect(Collectors.toMap(each -> each.kind().kind(), each -> each));
        Set<Kind> ranked = new HashSet<>(kinds.keySet());
        boolean goals = ranked.remove(SearchedKind.GOAL.kind().kind());
        PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.BEST_FIRST);
        for (Fit each : fits(new IndexQuery(scopes, ranked, query.tokens(), query.beginnings()))) {
            SearchedKind<?> searched = Objects.requireNonNull(kinds.get(each.name.kind()));
            SearchedText.Match match = each.match();
            if (lookout.mayShow(match, each.at)) best.add(new Candidate(searched, each.name, match, each.at));
        }
        Set<RowName> set = goals ? goals(scopes) : Set.of();
        Set<RowName> beside = new LinkedHashSet<>(set);
        offerBest(best, beside, reach, dossiers);
        if (reach.everywhere()) readBeside(dossiers, beside);
        if (!set.isEmpty()) offerGoals(set, dossiers);
    }

    private Collection<Fit> fits(IndexQuery asked) {
        Map<RowName, Fit> found = new LinkedHashMap<>();
        if (asked.isEmpty()) return found.values();
        for (IndexHit hit : call.work().view().hits(asked)) {
            SearchQuery.Fitting fitting = fittings.computeIfAbsent(hit.token(), query::fitting);
            int words = SearchIndexing.words(fitting, hit.flags());
            if (words == 0) continue;
            Fit fit = found.computeIfAbsent(hit.name(), each -> new Fit(hit));
            fit.words |= words;
            fit.titled |= SearchIndexing.titled(fitting, hit.flags());
        }
        return found.values();
    }

    /**
     * Has the rules decide about the best ones, then about more, until as many are open as may be shown: those behind them
     * cannot come to be on the page.
     *
     * @param beside of which the dossiers are read with the first ones; they are taken out then
     */
    private void offerBest(
            PriorityQueue<Candidate> best,
            Collection<RowName> beside,
            ReachedDossiers reach,
            Map<Scope, Dossier> dossiers) {
        int offered = 0;
        for (int most = 2 * lookout.room(); !best.isEmpty() && offered < lookout.room(); most *= MORE) {
            Map<SearchedKind<?>, List<Candidate>> some = new LinkedHashMap<>();
            for (int i = 0; i < most && !best.isEmpty(); i++) {
                Candidate next = best.remove();
                beside.add(next.name());
                some.computeIfAbsent(next.searched(), each -> new ArrayList<>()).add(next);
            }
            if (reach.everywhere()) readBeside(dossiers, beside);
            for (Map.Entry<SearchedKind<?>, List<Candidate>> each : some.entrySet()) {
                offered += offer(each.getKey(), each.getValue(), dossiers);
            }
        }
    }

    /** Goals with words of the query, or of a competency whose label has some: the label stands in no goal. */
    private Set<RowName> goals(@Nullable List<Scope> scopes) {
        Set<String> tokens = new HashSet<>(query.tokens());
        for (Framework each : adopted()) {
            each.items()
                    .filter(item -> query.in(item.label()) != 0)
                    .forEach(item -> Words.of(item.code().value())
                            .forEach(code -> tokens.add(SearchIndexing.token(code.form()))));
        }
        Set<Kind> kind = Set.of(SearchedKind.GOAL.kind().kind());
        Set<RowName> found = new HashSet<>();
        IndexQuery asked = new IndexQuery(scopes, kind, tokens, query.beginnings());
        if (!asked.isEmpty()) call.work().view().hits(asked).forEach(hit -> found.add(hit.name()));
        return found;
    }

    private List<Framework> adopted() {
        return call.work().list(FrameworkKinds.ADOPTION, Scope.ORGANISATION).stream()
                .map(each -> call.catalogue().adopted(each.id(), call.work()).framework())
                .distinct()
                .toList();
    }

    /** Adds the dossiers of what was found beyond those that are reached by name, and takes it out. */
    private void readBeside(Map<Scope, Dossier> dossiers, Collection<RowName> found) {
        Set<Scope> unread = new LinkedHashSet<>();
        found.forEach(each -> unread.add(each.scope()));
        found.clear();
        unread.removeAll(dossiers.keySet());
        ReachedDossiers.beside(new ArrayList<>(unread), call.work())
                .forEach(each -> dossiers.put(DossierKinds.scope(each.id()), each));
    }

    private Map<Scope, Dossier> open(
            SearchedKind<?> searched, Collection<RowName> names, Map<Scope, Dossier> dossiers) {
        Map<DossierId, Dossier> asked = new LinkedHashMap<>();
        for (RowName each : names) {
            Dossier dossier = dossiers.get(each.scope());
            if (dossier != null) asked.put(dossier.id(), dossier);
        }
        Map<Scope, Dossier> open = new HashMap<>();
        many.lookedThrough(asked.values(), searched.permission())
                .forEach(each -> open.put(DossierKinds.scope(each.id()), each));
        return open;
    }

    /** How many of them may be shown. */
    private <T> int offer(SearchedKind<T> searched, List<Candidate> some, Map<Scope, Dossier> dossiers) {
        Map<Scope, Dossier> open =
                open(searched, some.stream().map(Candidate::name).toList(), dossiers);
        int offered = 0;
        for (Candidate each : some) {
            Dossier dossier = open.get(each.name().scope());
            if (dossier == null) continue;
            Ref ref = each.ref();
            boolean taken =
                    lookout.offer(ref, each.name(), each.match(), each.at(), row -> shown(searched, row, ref, dossier));
            if (taken) offered++;
        }
        return offered;
    }

    private <T> Found shown(SearchedKind<T> searched, Row row, Ref ref, Dossier dossier) {
        T record = call.work().decode(searched.kind(), List.of(row)).get(0);
        searched.shown(many, dossier, record);
        return lookout.found(
                searched.found(),
                ref,
                null,
                dossier.learner(),
                searched.texts().apply(record, labels),
                searched.at().apply(record));
    }

    /** Read one and all, since only their labels say how they rank. */
    private void offerGoals(Set<RowName> names, Map<Scope, Dossier> dossiers) {
        Map<Scope, Dossier> open = open(SearchedKind.GOAL, names, dossiers);
        List<RowName> readable =
                names.stream().filter(each -> open.containsKey(each.scope())).toList();
        for (Goal goal :
                call.work().decode(SearchedKind.GOAL.kind(), call.work().view().rows(readable))) {
            Dossier dossier = open.get(SearchedKind.GOAL.kind().scope().apply(goal));
            if (dossier == null) continue;
            lookout.offer(
                    SearchedKind.GOAL.found(),
                    Ref.in(dossier.id(), SearchedKind.GOAL.ref(), goal.id()),
                    null,
                    dossier.learner(),
                    SearchedKind.GOAL.texts().apply(goal, labels),
                    SearchedKind.GOAL.at().apply(goal),
                    () -> SearchedKind.GOAL.shown(many, dossier, goal));
        }
    }
}
