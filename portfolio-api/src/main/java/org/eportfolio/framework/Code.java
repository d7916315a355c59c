package org.eportfolio.framework;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;

/**
 * What a framework calls one of its items, such as {@code C3.1}; unique within a framework version.
 *
 * @param value 1 to 60 characters, not blank, no control characters; compared exactly
 */
public record Code(String value) implements Comparable<Code> {
    private static final int LONGEST = 60;

    public Code {
        Objects.requireNonNull(value, "value");
        InvalidInputException.unless(!value.isBlank(), "code", "text.blank");
        InvalidInputException.unless(value.length() <= LONGEST, "code", "text.too-long", LONGEST, value.length());
        InvalidInputException.unless(Line.Check.harmless(value), "code", "text.control");
    }

    public static Code of(String value) {
        return new Code(value);
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
