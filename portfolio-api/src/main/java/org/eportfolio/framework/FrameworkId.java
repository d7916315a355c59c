package org.eportfolio.framework;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * Names one version of a framework; its content never changes once published, and is the same wherever it is.
 *
 * @param name such as {@code mc-sno}: letters, digits, {@code .}, {@code _} and {@code -}, at most 60
 * @param version such as {@code 2020}, of the same characters
 */
public record FrameworkId(String name, String version) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

    public FrameworkId {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        InvalidInputException.unless(SHAPE.matcher(name).matches(), "id.name", "framework.id", name);
        InvalidInputException.unless(SHAPE.matcher(version).matches(), "id.version", "framework.id", version);
    }

    /** Reads {@code name@version}. */
    public static FrameworkId parse(String text) {
        int at = text.indexOf('@');
        InvalidInputException.unless(at > 0, "id", "framework.id", text);
        return new FrameworkId(text.substring(0, at), text.substring(at + 1));
    }

    /** {@code name@version}. */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
