package org.eportfolio.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Scope;

/**
 * A learner's exhibits beside the productions that they speak of. One reading, however many. What others may see of a
 * production is decided here and nowhere else.
 */
record Exhibition(List<Exhibit> exhibits, Map<ProductionId, Production> productions) {
    static Exhibition of(List<Exhibit> exhibits, PersonId owner, Work work) {
        Set<Scope> scopes =
                exhibits.stream().map(each -> Kinds.scope(each.dossier())).collect(Collectors.toSet());
        Map<ProductionId, Production> productions = new HashMap<>();
        for (Production each : work.among(Kinds.PRODUCTION, scopes)) {
            if (each.owner().equals(owner)) productions.put(each.id(), each);
        }
        return new Exhibition(exhibits, productions);
    }

    static Exhibition of(Showcase showcase, Work work) {
        return of(showcase.exhibits(), showcase.owner(), work);
    }

    /** Refuses an exhibit of what is not the learner's, or of a version that there is not. */
    void require() {
        for (Exhibit each : exhibits) {
            Production production = productions.get(each.production());
            if (production == null || !production.dossier().equals(each.dossier())) {
                throw new NotFoundException("production", each.production());
            }
            each.versions().forEach(production::version);
        }
    }

    /** The titles of what nobody outside may see for now. */
    List<String> withheld() {
        return exhibits.stream()
                .map(each -> productions.get(each.production()))
                .filter(each -> each != null && each.withheld())
                .map(Production::title)
                .toList();
    }

    /** What others see: nothing that is gone since, nothing withheld. */
    Displayed displayed(Showcase showcase) {
        List<Displayed.Item> items = new ArrayList<>();
        for (Exhibit each : exhibits) {
            Production production = productions.get(each.production());
            if (production == null || production.withheld()) continue;
            items.add(new Displayed.Item(
                    each.words(), each.versions().mapToObj(production::version).toList()));
        }
        return new Displayed(showcase.title(), showcase.narrative(), null, items);
    }
}
