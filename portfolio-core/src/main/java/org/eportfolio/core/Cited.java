package org.eportfolio.core;

import java.util.ArrayList;
import java.util.List;
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

/** Turns citations into evidence, freezing what is cited in the same commit. */
final class Cited {
    private Cited() {}

    /** A production may be cited in any dossier of those who made it, by whoever may read it. */
    static List<Evidence> freeze(List<Citation> citations, Opened opened, Gate gate, Work work) {
        List<Evidence> evidence = new ArrayList<>(citations.size());
        PersonId learner = opened.dossier().learner();
        Makers makers = Makers.of(citations.stream().map(Citation::production).toList(), work);
        for (Citation citation : citations) {
            if (!citation.dossier().equals(opened.dossier().id())) {
                gate.production(citation.dossier(), citation.production(), Permission.READ_PRODUCTION, work);
            }
            Production production = work.find(
                            Kinds.PRODUCTION,
                            Kinds.scope(citation.dossier()),
                            citation.production().value())
                    .filter(each -> makers.isMadeBy(learner, each))
                    .orElseThrow(() -> new NotFoundException("production", citation.production()));
            makers.group(production.id()).ifPresent(GroupProduction::requireCitable);
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
}
