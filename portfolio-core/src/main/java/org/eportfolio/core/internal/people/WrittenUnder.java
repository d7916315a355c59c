package org.eportfolio.core.internal.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.IdChangePreview;
import org.eportfolio.spi.Row;

/** How many records name people by each of some ids, as they are stored; the steps between ids are left out. */
final class WrittenUnder {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Set<String>> several = new ArrayList<>();
    private final RowSurvey.Mention mention;

    WrittenUnder(Set<String> ids, Work work) {
        ids.forEach(each -> counts.put(each, 0));
        mention = RowSurvey.Mention.of(ids);
        RowSurvey.all(work, this::look);
    }

    private void look(RecordKind<?> kind, Row row) {
        if (kind == SchoolKinds.ID_CHANGE || !mention.in(row)) return;
        Set<String> named = new HashSet<>();
        for (PersonId each : RowSurvey.peopleAsStored(kind, row)) {
            if (counts.containsKey(each.value())) named.add(each.value());
        }
        named.forEach(each -> counts.merge(each, 1, Integer::sum));
        if (named.size() > 1) several.add(named);
    }

    int count(String id) {
        return counts.getOrDefault(id, 0);
    }

    /** How many records name one of these and one of those. */
    int together(Set<String> these, Set<String> those) {
        return (int) several.stream()
                .filter(each -> !Collections.disjoint(each, these) && !Collections.disjoint(each, those))
                .count();
    }

    List<IdChangePreview.Written> counts() {
        return counts.entrySet().stream()
                .map(each -> new IdChangePreview.Written(each.getKey(), each.getValue()))
                .toList();
    }
}
