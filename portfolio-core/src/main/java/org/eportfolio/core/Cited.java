package org.eportfolio.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.access.Permission;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.jspecify.annotations.Nullable;

/** Turns citations into evidence, freezing what is cited in the same commit. */
final class Cited {
    private Cited() {}

    /** A production may be cited in any dossier of those who made it, by whoever may read it. */
    static List<Evidence> freeze(List<Citation> citations, Opened opened, Gate gate, Work work) {
        List<Evidence> evidence = new ArrayList<>(citations.size());
        PersonId learner = opened.dossier().learner();
        Map<ProductionId, GroupProduction> groups = groups(citations, work);
        for (Citation citation : citations) {
            if (!citation.dossier().equals(opened.dossier().id())) {
                gate.production(citation.dossier(), citation.production(), Permission.READ_PRODUCTION, work);
            }
            Production production = work.find(
                            Kinds.PRODUCTION,
                            Kinds.scope(citation.dossier()),
                            citation.production().value())
                    .filter(each -> madeBy(learner, each, groups.get(each.id())))
                    .orElseThrow(() -> new NotFoundException("production", citation.production()));
            Production frozen = production.cited(citation.version());
            if (!frozen.equals(production)) work.put(Kinds.PRODUCTION, frozen);
            evidence.add(new Evidence(
                    citation.dossier(),
                    citation.production(),
                    citation.version(),
                    Objects.requireNonNull(frozen.version(citation.version()).frozen())));
        }
        return evidence;
    }

    private static boolean madeBy(PersonId learner, Production production, @Nullable GroupProduction group) {
        if (group == null) return production.owner().equals(learner);
        if (!group.isMadeBy(learner)) return false;
        group.requireCitable();
        return true;
    }

    /** One reading, however many citations. */
    private static Map<ProductionId, GroupProduction> groups(List<Citation> citations, Work work) {
        Map<ProductionId, GroupProduction> groups = new HashMap<>();
        work.whereAny(
                        Kinds.GROUP,
                        citations.stream()
                                .map(each -> Kinds.groupMaking(each.production()))
                                .toList())
                .forEach(each -> groups.put(each.production(), each));
        return groups;
    }
}
