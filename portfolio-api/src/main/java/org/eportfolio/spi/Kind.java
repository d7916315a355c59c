package org.eportfolio.spi;

import java.util.regex.Pattern;

/**
 * The kind of a row, such as {@code assessment}. A store treats it as an opaque name.
 *
 * @param name 1 to 40 characters: lower-case ASCII letters, digits and hyphens, beginning with a letter
 */
public record Kind(String name) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Kind {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("a kind is 1 to 40 of a-z, 0-9 and -, beginning with a letter: " + name);
        }
    }
}
