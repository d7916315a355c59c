package org.eportfolio.agenda;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;

/**
 * How many of the productions or reflections of a class are left by a {@link ClassFilter}, and how many would be left if it
 * also named one of its values: what stands beside each choice of a filter. A reflection on two competencies counts for both.
 * Never a ranking: learners stand by their ids.
 *
 * @param total how many the filter leaves
 * @param states for each state how many, 0 included
 * @param competencies for each competency that is shown, how many
 * @param situations for each scenario, mission and workplace, how many
 * @param authors for each learner who has one, how many
 */
public record ClassCounts(
        int total,
        Map<ClassFilter.State, Integer> states,
        SortedMap<Code, Integer> competencies,
        SortedMap<String, Integer> situations,
        SortedMap<PersonId, Integer> authors) {
    public ClassCounts {
        Map<ClassFilter.State, Integer> all = new EnumMap<>(ClassFilter.State.class);
        for (ClassFilter.State each : ClassFilter.State.values()) all.put(each, states.getOrDefault(each, 0));
        states = Collections.unmodifiableMap(all);
        competencies = Collections.unmodifiableSortedMap(new TreeMap<>(competencies));
        situations = Collections.unmodifiableSortedMap(new TreeMap<>(situations));
        authors = Collections.unmodifiableSortedMap(new TreeMap<>(authors));
    }
}
