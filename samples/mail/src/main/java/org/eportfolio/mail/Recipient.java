package org.eportfolio.mail;

import java.util.Locale;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * A person with the address that the host knows: the library knows none.
 *
 * @param person the host's own id
 * @param address RFC 5322, without a name
 * @param language of what is written to them
 */
record Recipient(PersonId person, String address, Locale language) {
    Recipient {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(language, "language");
    }
}
