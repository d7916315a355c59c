package org.eportfolio.framework;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * The document that a framework version was read from, in another format than ours; kept beside it, so that what this
 * model has no place for is not lost and can be written back. It says nothing that the framework does not say better.
 *
 * @param format by which an exchange knows it, such as {@code case}: 1 to 40 lower-case letters, digits and hyphens
 * @param text as that format keeps it; at most {@value #LONGEST} characters
 */
public record Original(FrameworkId framework, String format, String text) {
    /** So long is a text at most. */
    public static final int LONGEST = 16 * 1024 * 1024;

    private static final Pattern FORMAT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Original {
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        InvalidInputException.unless(FORMAT.matcher(format).matches(), "format", "original.format", format);
        InvalidInputException.unless(text.length() <= LONGEST, "text", "text.too-long", LONGEST, text.length());
    }
}
