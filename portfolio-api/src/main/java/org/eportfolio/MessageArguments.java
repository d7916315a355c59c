package org.eportfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the arguments of a sentence are shown: days as this language writes them, enums by their texts, numbers in the plural
 * form that they take, ids that say nothing to people by a short mark, and what users wrote without what could harm.
 *
 * @param zone of the times of day; {@code null} where it is not known
 */
record MessageArguments(
        Class<?> owner, Locale locale, @Nullable ZoneId zone) {
    private static final int LONGEST_ARGUMENT = 300;
    private static final int KEPT_AT_EITHER_END = 145;
    private static final int UUID_LENGTH = 36;

    /** Ids made one after the other begin alike: their ends tell them apart. */
    private static final int MARK = 8;

    private static final List<String> PLURAL_FORMS = List.of("zero", "one", "two", "few", "many");

    String shown(Object argument) {
        if (argument instanceof Message message) return message.in(locale, zone);
        if (argument instanceof Enum<?> constant) {
            String text = lookup(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            return text == null ? constant.name() : text;
        }
        if (argument instanceof Collection<?> several) {
            String separator = Objects.requireNonNullElse(lookup("list.separator"), ", ");
            return several.stream().map(this::shown).collect(Collectors.joining(separator));
        }
        if (argument instanceof Optional<?> some) return some.map(this::shown).orElse("");
        if (argument instanceof LocalDate day) return day(day);
        if (argument instanceof ZonedDateTime at)
            return day(at.toLocalDate()) + format("sentence.and-time").format(at);
        if (argument instanceof Instant instant) return instant(instant);
        String text = argument.toString();
        return isUuid(text) ? "…" + text.substring(UUID_LENGTH - MARK) : harmless(text);
    }

    private String day(LocalDate day) {
        boolean apart = day.getDayOfMonth() == 1 && lookup("sentence.first-day") != null;
        return format(apart ? "sentence.first-day" : "sentence.day").format(day);
    }

    private String instant(Instant instant) {
        if (zone != null) return shown(instant.atZone(zone));
        return shown(instant.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /** The form of a text that the first of its numbers takes, such as that of the key with {@code .one}. */
    @Nullable
    String plural(String key, List<Object> arguments) {
        for (Object each : arguments) {
            if (!(each instanceof Integer || each instanceof Long)) continue;
            for (String form : PLURAL_FORMS) {
                String numbers = lookup("plural." + form);
                if (numbers != null && each.toString().matches(numbers)) return lookup(key + '.' + form);
            }
            return null;
        }
        return null;
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(Objects.requireNonNullElse(lookup(key), "uuuu-MM-dd"), locale);
    }

    private @Nullable String lookup(String key) {
        return MessageBundle.text(owner, key, locale);
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) return false;
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
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
}
