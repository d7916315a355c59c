package org.eportfolio.reflection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * Names one version of a reflection template.
 *
 * @param name such as {@code kolb}: lower-case ASCII letters, digits and hyphens, at most 40, beginning with a letter
 * @param version from 1 to 9999; other questions are another version
 */
public record TemplateId(String name, int version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern TEXT = Pattern.compile("(" + NAME + ")@([1-9][0-9]{0,3})");
    private static final int LAST = 9_999;

    public TemplateId {
        InvalidInputException.unless(NAME.matcher(name).matches(), "template", "template.id", name);
        InvalidInputException.unless(version >= 1 && version <= LAST, "template", "template.id", name + "@" + version);
    }

    /** Reads {@code name@version}. */
    public static TemplateId of(String text) {
        Matcher parts = TEXT.matcher(text);
        InvalidInputException.unless(parts.matches(), "template", "template.id", text);
        return new TemplateId(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /** {@code name@version}. */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
