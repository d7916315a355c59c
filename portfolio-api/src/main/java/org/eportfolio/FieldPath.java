package org.eportfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an input something is wrong, such as {@code links[0].title}, in words: the whole path if the language has a text
 * for it, else its parts if each has one, else as it is, such as that of a place in a file.
 */
record FieldPath(String path) {
    /** A part: a name, and where it is one of several its place among them, from 0. */
    private static final Pattern PART = Pattern.compile("([^.\\[\\]<>]++)(?:\\[([0-9]{1,9})])?+(?:<[^>]*+>)?+");

    String in(Class<?> owner, Locale locale) {
        String whole = text(owner, path, locale);
        if (!whole.isEmpty()) return whole;
        List<String> parts = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher named = PART.matcher(part);
            if (!named.matches()) return path;
            String name = text(owner, named.group(1), locale);
            if (name.isEmpty()) return path;
            String place = named.group(2);
            parts.add(
                    place == null
                            ? name
                            : Message.of("field.numbered", name, Integer.parseInt(place) + 1L)
                                    .in(locale));
        }
        return String.join(Message.of("field.within").in(locale), parts);
    }

    /** The name of a field or a whole path; empty if the language has no text for it. */
    private static String text(Class<?> owner, String name, Locale locale) {
        return new Message(owner, "field." + name, List.of()).orElse("", locale);
    }
}
