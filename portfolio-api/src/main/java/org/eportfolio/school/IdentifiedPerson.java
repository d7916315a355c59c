package org.eportfolio.school;

import java.util.List;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/** A person, and the ids by which other systems know them. */
public record IdentifiedPerson(PersonId id, List<ExternalId> externalIds) {
    public IdentifiedPerson {
        Objects.requireNonNull(id, "id");
        externalIds = List.copyOf(externalIds);
    }

    public static IdentifiedPerson of(PersonId id, ExternalId... externalIds) {
        return new IdentifiedPerson(id, List.of(externalIds));
    }
}
