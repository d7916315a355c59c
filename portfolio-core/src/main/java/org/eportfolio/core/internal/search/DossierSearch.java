package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.search.FoundKind;
import org.eportfolio.spi.Scope;

/**
 * Looks through dossiers: of each what the rules open of it alone, some hundred dossiers at a time, so that little is in
 * memory however many there are. Each kind is read once for each of these. For one call.
 */
final class DossierSearch {
    /** How many are read at a time. */
    private static final int AT_A_TIME = 200;

    private final Call call;
    private final HitCollector lookout;
    private final ManyDossiers many;
    private final Labels labels;

    DossierSearch(Call call, HitCollector lookout) {
        this.call = call;
        this.lookout = lookout;
        this.many = call.many(List.of());
        this.labels = new AdoptedLabels(call.catalogue(), call.work());
    }

    void look(List<Dossier> dossiers) {
        for (int from = 0; from < dossiers.size(); from += AT_A_TIME) {
            List<Dossier> some = dossiers.subList(from, Math.min(dossiers.size(), from + AT_A_TIME));
            for (SearchedKind<?> each : SearchedKind.IN_DOSSIERS) if (lookout.wants(each.found())) look(each, some);
        }
    }

    /** Those of the dossiers whose progress opens, for what is shown with it. */
    List<Dossier> followed(List<Dossier> dossiers) {
        return many.lookedThrough(dossiers, Permission.READ_PROGRESS);
    }

    private <T> void look(SearchedKind<T> searched, List<Dossier> dossiers) {
        Map<Scope, Dossier> open = new HashMap<>();
        many.lookedThrough(dossiers, searched.permission())
                .forEach(each -> open.put(DossierKinds.scope(each.id()), each));
        if (open.isEmpty()) return;
        // Not remembered: what is looked through for one answer would drive out what is read each day.
        for (T each : call.work()
                .decode(
                        searched.kind(),
                        call.work().view().among(open.keySet(), searched.kind().kind()))) {
            Dossier dossier = open.get(searched.kind().scope().apply(each));
            if (dossier != null) offer(searched, each, dossier.learner(), () -> searched.shown(many, dossier, each));
        }
    }

    private <T> void offer(SearchedKind<T> searched, T record, PersonId learner, Runnable shown) {
        UUID id = searched.kind().id().apply(record);
        DossierId dossier = new DossierId(searched.kind().scope().apply(record).id());
        lookout.offer(
                searched.found(),
                Ref.in(dossier, searched.ref(), id),
                null,
                learner,
                searched.texts().apply(record, labels),
                searched.at().apply(record),
                shown);
    }

    /**
     * What learners of these dossiers made with others and lies elsewhere, and what is granted one by one: of each production
     * what the gate says of it alone.
     */
    void lookBeyond(List<Dossier> dossiers, List<Citation> granted) {
        if (!lookout.wants(FoundKind.PRODUCTION)) return;
        Set<DossierId> looked = dossiers.stream().map(Dossier::id).collect(Collectors.toSet());
        List<Citation> beyond = new ArrayList<>(granted);
        madeTogether(many.lookedThrough(dossiers, Permission.READ_PRODUCTION)).stream()
                .filter(each -> !looked.contains(each.dossier()))
                .forEach(each -> beyond.add(new Citation(each.dossier(), each.production(), 1)));
        Set<ProductionId> open = new HashSet<>();
        Set<Scope> scopes = new HashSet<>();
        for (Citation each : call.gate().open(beyond, call.work())) {
            open.add(each.production());
            scopes.add(DossierKinds.scope(each.dossier()));
        }
        if (open.isEmpty()) return;
        SearchedKind<Production> searched = SearchedKind.PRODUCTION;
        for (Production each : call.work()
                .decode(
                        searched.kind(),
                        call.work().view().among(scopes, searched.kind().kind()))) {
            if (!open.contains(each.id())) continue;
            offer(
                    searched,
                    each,
                    each.owner(),
                    () -> call.gate().production(each.dossier(), each.id(), searched.permission(), call.work()));
        }
    }

    private List<GroupProduction> madeTogether(List<Dossier> dossiers) {
        if (dossiers.isEmpty()) return List.of();
        Set<Scope> scopes =
                dossiers.stream().map(each -> DossierKinds.scope(each.id())).collect(Collectors.toSet());
        List<GroupContribution> parts = call.work()
                .decode(
                        GroupKinds.GROUP_CONTRIBUTION,
                        call.work().view().among(scopes, GroupKinds.GROUP_CONTRIBUTION.kind()));
        if (parts.isEmpty()) return List.of();
        return call.work()
                .whereAny(
                        GroupKinds.GROUP,
                        parts.stream()
                                .map(each -> GroupKinds.group(each.group()))
                                .collect(Collectors.toSet()));
    }
}
