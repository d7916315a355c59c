package org.eportfolio.core.internal.kind;

import java.util.UUID;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;

/** By which id another system knows a person, under an id of chance, as {@link KeptName} is. */
public record KeptExternalId(UUID row, PersonId person, String issuer, String value) {
    public ExternalId externalId() {
        return new ExternalId(issuer, value);
    }
}
