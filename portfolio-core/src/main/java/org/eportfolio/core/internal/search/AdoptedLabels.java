package org.eportfolio.core.internal.search;

import java.util.HashMap;
import java.util.Map;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;

/** How competencies are called in the frameworks of adoptions. For one call. */
final class AdoptedLabels implements Labels {
    private final Catalogue catalogue;
    private final Work work;
    private final Map<AdoptionId, Map<Code, String>> known = new HashMap<>();

    AdoptedLabels(Catalogue catalogue, Work work) {
        this.catalogue = catalogue;
        this.work = work;
    }

    @Override
    public String of(AdoptionId adoption, Code code) {
        return known.computeIfAbsent(adoption, this::read).getOrDefault(code, "");
    }

    private Map<Code, String> read(AdoptionId adoption) {
        Map<Code, String> labels = new HashMap<>();
        catalogue.adopted(adoption, work).framework().items().forEach(each -> labels.put(each.code(), each.label()));
        return labels;
    }
}
