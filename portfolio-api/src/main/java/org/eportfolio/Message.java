package org.eportfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for a user, kept as a key and its arguments so that it can be read in any language for which there are
 * message files. French and English ship with the library; any other language gets English. Immutable.
 *
 * @param owner the class whose module has the text, see {@link MessageBundle}; {@code Message} itself for the library's
 *     own sentences
 * @param key into the message files beside the owner, or the library's
 * @param arguments filled in for {@code {0}}, {@code {1}} …; a {@code Message} or an enum is translated too, days and
 *     instants are written as the language does, a UUID is shown by its last eight characters, and text that came from a
 *     user is cut in its middle above 300 characters and shown without its control characters. Where the text of a key has
 *     plural forms ({@code key.one}), the first number chooses
 */
public record Message(Class<?> owner, String key, List<Object> arguments) {
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

    /**
     * The sentence in this language, with instants in UTC. Never null; an unknown key is answered with the key itself. What a
     * call refuses has its instants in the organisation's time zone already.
     */
    public String in(Locale locale) {
        return in(locale, null);
    }

    /**
     * The same with its instants as days and times of this zone.
     *
     * @param zone {@code null} for UTC, which is then said
     */
    public String in(Locale locale, @Nullable ZoneId zone) {
        MessageArguments shown = new MessageArguments(owner, locale, zone);
        String text = shown.plural(key, arguments);
        if (text == null) text = lookup(key, locale);
        if (text == null) return arguments.isEmpty() ? key : key + " " + arguments;
        StringBuilder sentence = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) break;
            sentence.append(text, from, open).append(argument(text.substring(open + 1, close), shown));
            from = close + 1;
        }
        return sentence.append(text, from, text.length()).toString();
    }

    /** The same sentence, whose instants are written as days and times of this zone wherever it is shown. */
    public Message at(ZoneId zone) {
        return new Message(
                owner, key, arguments.stream().map(each -> at(zone, each)).toList());
    }

    private static Object at(ZoneId zone, Object argument) {
        if (argument instanceof Message message) return message.at(zone);
        if (argument instanceof Instant instant) return instant.atZone(zone);
        if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(each -> at(zone, Objects.requireNonNull(each)))
                    .toList();
        }
        return argument;
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

    private String argument(String index, MessageArguments shown) {
        if (index.length() != 1 || !Character.isDigit(index.charAt(0))) return '{' + index + '}';
        int number = index.charAt(0) - '0';
        return number < arguments.size() ? shown.shown(arguments.get(number)) : "";
    }

    private @Nullable String lookup(String wanted, Locale locale) {
        return MessageBundle.text(owner, wanted, locale);
    }
}
