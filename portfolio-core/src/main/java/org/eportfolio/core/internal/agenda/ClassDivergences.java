package org.eportfolio.core.internal.agenda;

import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.LearnerDivergences;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;

/** Where the voices of a class differ, dossier by dossier: a page reads the assessments of no more than it looks at. */
public final class ClassDivergences {
    private ClassDivergences() {}

    /** @param adoption {@code null} for the one that the class's dossiers are under */
    public static Page<LearnerDivergences> page(
            Call call, CohortId cohort, @Nullable AdoptionId adoption, PageRequest request) {
        CohortDossiers dossiers = CohortDossiers.openTo(call, cohort, adoption, call.now(), Permission.READ_PROGRESS);
        Catalogue.Adopted adopted = call.catalogue().adopted(dossiers.adoption(), call.work());
        List<Dossier> all = List.copyOf(dossiers.dossiers().values());
        return FilteredPages.through(
                each -> each.dossier().value(),
                request,
                next -> FilteredPages.among((Dossier each) -> each.id().value(), all, next),
                some -> divergences(some, ClassHistories.of(call, adopted, some)));
    }

    private static List<LearnerDivergences> divergences(List<Dossier> dossiers, ClassHistories histories) {
        return dossiers.stream()
                .map(each -> new LearnerDivergences(each.learner(), each.id(), histories.divergences(each)))
                .filter(each -> !each.divergences().isEmpty())
                .toList();
    }
}
