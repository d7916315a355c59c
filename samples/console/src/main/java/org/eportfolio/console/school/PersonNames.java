package org.eportfolio.console.school;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.id.PersonId;

/**
 * The names of people, looked up in one call.
 *
 * @param names in the order in which this language sorts them; several of one name are told apart
 */
public record PersonNames(Map<PersonId, String> names) {
    public static PersonNames of(Stream<PersonId> people, Lookup lookup) {
        return new PersonNames(lookup.sorted(people.distinct().toList()));
    }

    public String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    /** Several of them, in their order. */
    public String names(Collection<PersonId> people) {
        return NamedLines.inOrder(List.copyOf(people), each -> each, names).stream()
                .map(this::name)
                .collect(Collectors.joining(", "));
    }
}
