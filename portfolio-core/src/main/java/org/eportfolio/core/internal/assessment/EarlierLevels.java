package org.eportfolio.core.internal.assessment;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.EarlierLevel;
import org.eportfolio.assessment.History;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.framework.SuccessionGraph;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.framework.Succession;
import org.eportfolio.id.AdoptionId;

/** Where a learner stood before, as far as the actor may know. */
public record EarlierLevels(DossierCall call) {
    public List<EarlierLevel> before() {
        Dossier dossier = call.dossier();
        FrameworkId current = call.catalogue()
                .adopted(dossier.adoption(), call.work())
                .framework()
                .id();
        SuccessionGraph lineage = SuccessionGraph.of(call.work());
        List<EarlierLevel> levels = new ArrayList<>();
        for (Dossier each : call.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(dossier.learner()))) {
            if (!each.id().equals(dossier.id()) && readable(each)) addAll(each, current, lineage, levels);
        }
        for (Dossier each : Arrivals.of(dossier.learner(), call.work())) {
            if (!each.id().equals(dossier.id())
                    && Arrivals.cameFromElsewhere(each.id(), call.work())
                    && readable(each)) {
                addAll(each, current, lineage, levels);
            }
        }
        return levels;
    }

    private boolean readable(Dossier dossier) {
        return call.gate().opens(dossier.id(), Permission.READ_PROGRESS, call.work());
    }

    private void addAll(Dossier dossier, FrameworkId current, SuccessionGraph lineage, List<EarlierLevel> levels) {
        for (AdoptionId id : dossier.adoptions().toList()) {
            Catalogue.Adopted adopted = call.catalogue().adopted(id, call.work());
            boolean same = adopted.framework().id().equals(current);
            Succession succession =
                    lineage.between(adopted.framework().id(), current).orElse(null);
            if (succession == null && !same) continue;
            History history = CurrentLevels.history(
                    adopted,
                    ShownAssessments.to(call.role(), dossier, call.work()).now(),
                    call.now());
            for (Item item : adopted.framework().items().toList()) {
                if (!(item instanceof Competency) && !(item instanceof SubCompetency)) continue;
                CurrentLevel level = history.current(item);
                if (level.outcome() == null) continue;
                levels.add(new EarlierLevel(
                        dossier.id(),
                        adopted.adoption(),
                        level,
                        succession == null ? Fate.ONE_TO_ONE : succession.fate(item.code()),
                        succession == null ? List.of(item.code()) : succession.successors(item.code())));
            }
        }
    }
}
