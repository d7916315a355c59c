package org.eportfolio.id;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * Names a scenario, for ever, even when its title changes; unique in the organisation and the same in every file.
 *
 * @param value such as {@code vosreves}: letters, digits, {@code .}, {@code _} and {@code -}, at most 60
 */
public record ScenarioId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

    public ScenarioId {
        Objects.requireNonNull(value, "value");
        InvalidInputException.unless(isName(value), "id", "scenario.id", value);
    }

    public static ScenarioId of(String value) {
        return new ScenarioId(value);
    }

    /** Whether a text has the shape that scenarios, situations and missions are named by. */
    public static boolean isName(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
