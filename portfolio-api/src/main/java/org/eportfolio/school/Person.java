package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * A person as this portfolio knows them, for hosts without a directory of their own.
 *
 * @param id the host's id
 * @param name as shown to users
 */
public record Person(PersonId id, String name) {
    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
