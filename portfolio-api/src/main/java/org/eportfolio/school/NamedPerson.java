package org.eportfolio.school;

import java.util.Map;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/** A person, and the name by which they are shown and sorted. */
public record NamedPerson(PersonId id, PersonName name) {
    public NamedPerson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** Several people, in the order of the map. */
    public static NamedPerson[] all(Map<PersonId, PersonName> names) {
        return names.entrySet().stream()
                .map(each -> new NamedPerson(each.getKey(), each.getValue()))
                .toArray(NamedPerson[]::new);
    }
}
