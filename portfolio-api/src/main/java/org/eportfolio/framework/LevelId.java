package org.eportfolio.framework;

import org.eportfolio.InvalidInputException;

/**
 * Names a level of a scale, for ever, even when its label changes.
 *
 * @param value 1 to 40 lower-case ASCII letters, digits and hyphens
 */
public record LevelId(String value) {
    private static final int LONGEST = 40;

    public LevelId {
        InvalidInputException.unless(isWellShaped(value), "level", "level.id", value);
    }

    /** By hand, since levels are read in great numbers. */
    static boolean isWellShaped(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '-') return false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') return false;
        }
        return true;
    }

    public static LevelId of(String value) {
        return new LevelId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
