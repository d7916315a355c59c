package org.eportfolio.core.internal.kind;

import java.util.UUID;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A name kept for a person, under an id of chance: the journal names the row, and nothing that it names may lead back to
 * the person once the row is gone.
 *
 * @param name as it is shown
 * @param family {@code null} where it was not stated, and in every name of version 1
 * @param given {@code null} where it was not stated, and in every name of version 1
 */
public record KeptName(
        UUID row,
        PersonId id,
        String name,
        @Nullable String family,
        @Nullable String given) {
    public static KeptName of(UUID row, PersonId person, PersonName name) {
        return new KeptName(row, person, name.display(), name.family(), name.given());
    }

    public PersonName personName() {
        return new PersonName(family, given, name);
    }
}
