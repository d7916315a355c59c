package org.eportfolio.console.school;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eportfolio.id.PersonId;

/** Lines about people, in the order of their names. */
public final class NamedLines {
    private NamedLines() {}

    /** @param names in their order; lines of people without one come last */
    public static <T> List<T> inOrder(List<T> lines, Function<T, PersonId> person, Map<PersonId, String> names) {
        Map<PersonId, Integer> places = new HashMap<>();
        names.keySet().forEach(each -> places.put(each, places.size()));
        return lines.stream()
                .sorted(Comparator.comparing(each -> places.getOrDefault(person.apply(each), places.size())))
                .toList();
    }
}
