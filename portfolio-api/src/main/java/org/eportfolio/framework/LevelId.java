package org.eportfolio.framework;

import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * Names a level of a scale, for ever, whatever its label becomes.
 *
 * @param value 1 to 40 lower-case ASCII letters, digits and hyphens
 */
public record LevelId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public LevelId {
        InvalidInputException.unless(SHAPE.matcher(value).matches(), "level", "level.id", value);
    }

    public static LevelId of(String value) {
        return new LevelId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
