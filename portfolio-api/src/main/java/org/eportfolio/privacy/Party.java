package org.eportfolio.privacy;

import java.util.Objects;
import org.eportfolio.InvalidInputException;

/**
 * A person or body that the register names: controller, representative, data protection officer, processor.
 *
 * @param name of the organisation or the office
 * @param contact an address at which they can be reached; empty if the host gave none, which the register then shows
 */
public record Party(String name, String contact) {
    public Party {
        Objects.requireNonNull(contact, "contact");
        InvalidInputException.unless(!name.isBlank(), "name", "text.blank");
    }
}
