package org.eportfolio;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for a user, kept as a key and its arguments so that it can be read in any language for which there are
 * message files. French and English ship with the library; any other language gets English. Immutable.
 *
 * @param owner the class whose module has the text, see {@link MessageBundle}; {@code Message} itself for the library's
 *     own sentences
 * @param key into the message files beside the owner, or the library's
 * @param arguments filled in for {@code {0}}, {@code {1}} …; a {@code Message} or an enum is translated too, and text
 *     that came from a user is cut in its middle above 300 characters and shown without its control characters
 */
public record Message(Class<?> owner, String key, List<Object> arguments) {
    private static final int LONGEST_ARGUMENT = 300;
    private static final int KEPT_AT_EITHER_END = 145;

    public Message {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    /** A sentence of the library. */
    public Message(String key, List<Object> arguments) {
        this(Message.class, key, arguments);
    }

    /** A sentence of the library; an extension has its own by {@link MessageBundle#message}. */
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

    /** The sentence by language tag, in English and in each language with a two-letter code that has a file. */
    public Map<String, String> inEveryLanguage() {
        Map<String, String> byTag = new TreeMap<>();
        byTag.put(Locale.ENGLISH.toLanguageTag(), in(Locale.ENGLISH));
        for (Locale each : MessageBundle.languages(owner)) byTag.put(each.toLanguageTag(), in(each));
        return byTag;
    }

    private String argument(String index, Locale locale) {
        if (index.length() != 1 || !Character.isDigit(index.charAt(0))) return '{' + index + '}';
        int number = index.charAt(0) - '0';
        return number < arguments.size() ? shown(arguments.get(number), locale) : "";
    }

    private String shown(Object argument, Locale locale) {
        if (argument instanceof Message message) return message.in(locale);
        if (argument instanceof Enum<?> constant) {
            String text = lookup(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), locale);
            return text == null ? constant.name() : text;
        }
        if (argument instanceof Collection<?> several) {
            String separator = Objects.requireNonNullElse(lookup("list.separator", locale), ", ");
            return several.stream().map(each -> shown(each, locale)).collect(Collectors.joining(separator));
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

    private @Nullable String lookup(String wanted, Locale locale) {
        return MessageBundle.text(owner, wanted, locale);
    }
}
