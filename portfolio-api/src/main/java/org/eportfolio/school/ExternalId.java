package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;

/**
 * By which id another system knows a person.
 *
 * @param issuer the system, by a name that the host chose: 1 to 50 characters, no spaces
 * @param value what it calls the person: 1 to 200 characters
 */
public record ExternalId(String issuer, String value) {
    private static final int LONGEST_ISSUER = 50;
    private static final int LONGEST_VALUE = 200;

    public ExternalId {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(value, "value");
        require("issuer", issuer, LONGEST_ISSUER);
        require("value", value, LONGEST_VALUE);
        InvalidInputException.unless(issuer.chars().noneMatch(Character::isWhitespace), "issuer", "text.no-spaces");
    }

    public static ExternalId of(String issuer, String value) {
        return new ExternalId(issuer, value);
    }

    private static void require(String field, String text, int longest) {
        InvalidInputException.unless(!text.isBlank(), field, "text.blank");
        InvalidInputException.unless(text.length() <= longest, field, "text.too-long", longest, text.length());
        InvalidInputException.unless(Line.Check.harmless(text), field, "text.control");
    }

    @Override
    public String toString() {
        return issuer + " " + value;
    }
}
