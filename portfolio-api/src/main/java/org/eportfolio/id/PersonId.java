package org.eportfolio.id;

import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;

/**
 * A person by the host's own id, which the library compares and never interprets.
 *
 * @param value 1 to 200 characters without control characters, not blank, taken as it is: case matters
 */
public record PersonId(String value) implements Comparable<PersonId> {
    private static final int LONGEST = 200;

    public PersonId {
        InvalidInputException.unless(!value.isBlank(), "person", "text.blank");
        InvalidInputException.unless(value.length() <= LONGEST, "person", "text.too-long", LONGEST, value.length());
        InvalidInputException.unless(Line.Check.harmless(value), "person", "text.control");
    }

    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
