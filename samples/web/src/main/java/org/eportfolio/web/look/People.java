package org.eportfolio.web.look;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;

/** The names of the people of a page, asked for at once. */
public record People(Map<PersonId, String> names) {
    public static People of(Desk desk, Collection<PersonId> ids) {
        return new People(desk.people().named(new LinkedHashSet<>(ids)));
    }

    public String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }
}
