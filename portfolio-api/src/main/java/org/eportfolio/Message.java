package org.eportfolio;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for a user, kept as a key and its arguments so that it can be told in the language of whoever reads it.
 * French and English ship with the library; any other language gets English. Immutable.
 *
 * @param key into the library's message bundles
 * @param arguments filled in for {@code {0}}, {@code {1}} …; a {@code Message} or an enum is translated too, and text
 *     that came from a user is cut in its middle above 300 characters and shown without its control characters
 */
public record Message(String key, List<Object> arguments) {
    private static final String BUNDLE = "org.eportfolio.messages";
    private static final int LONGEST_ARGUMENT = 300;
    private static final int KEPT_AT_EITHER_END = 145;

    public Message {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, Arrays.asList(arguments));
    }

    /** The sentence in this language. Never null; an unknown key is answered with the key itself. */
    public String in(Locale locale) {
        String text = lookup(key, locale);
        if (text == null) return arguments.isEmpty() ? key : key + " " + arguments;
        StringBuilder sentence = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) break;
            sentence.append(text, from, open).append(argument(text.substring(open + 1, close), locale));
            from = close + 1;
        }
        return sentence.append(text, from, text.length()).toString();
    }

    /** The sentence in this language, or the other text where there is none. */
    String orElse(String other, Locale locale) {
        return lookup(key, locale) == null ? other : in(locale);
    }

    private String argument(String index, Locale locale) {
        int number = Integer.parseInt(index);
        return number < arguments.size() ? told(arguments.get(number), locale) : "";
    }

    private static String told(Object argument, Locale locale) {
        if (argument instanceof Message message) return message.in(locale);
        if (argument instanceof Enum<?> constant) {
            String text = lookup(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), locale);
            return text == null ? constant.name() : text;
        }
        if (argument instanceof Collection<?> several) {
            StringBuilder list = new StringBuilder();
            for (Object one : several) list.append(list.isEmpty() ? "" : ", ").append(told(one, locale));
            return list.toString();
        }
        return harmless(argument.toString());
    }

    private static String harmless(String text) {
        // A long path says most with its end, a long title with its beginning: both stay.
        String cut = text.length() <= LONGEST_ARGUMENT
                ? text
                : text.substring(0, KEPT_AT_EITHER_END) + "…" + text.substring(text.length() - KEPT_AT_EITHER_END);
        StringBuilder shown = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> shown.appendCodePoint(hides(c) ? 0xFFFD : c));
        return shown.toString();
    }

    private static boolean hides(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static @Nullable String lookup(String key, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, shipped(locale), Message.class.getClassLoader());
        return bundle.containsKey(key) ? bundle.getString(key) : null;
    }

    /** Asked for a language without a bundle, the JDK would answer in the machine's own. */
    private static Locale shipped(Locale locale) {
        return locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT;
    }
}
