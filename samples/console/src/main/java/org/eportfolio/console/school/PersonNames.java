package org.eportfolio.console.school;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.id.PersonId;

/** The names of people, looked up in one call. */
public record PersonNames(Map<PersonId, String> names) {
    public static PersonNames of(Stream<PersonId> people, Lookup lookup) {
        return new PersonNames(lookup.names(people.distinct().toList()));
    }

    public String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    public String names(Collection<PersonId> people) {
        return people.stream().map(this::name).collect(Collectors.joining(", "));
    }
}
