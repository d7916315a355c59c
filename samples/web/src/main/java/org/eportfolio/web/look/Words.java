package org.eportfolio.web.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eportfolio.Message;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages, in the language of the request. Thread-safe. */
@Component
public final class Words {
    private final MessageSource texts;

    public Words(MessageSource texts) {
        this.texts = texts;
    }

    public static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    public String say(String key, Object... arguments) {
        return texts.getMessage(key, arguments, language());
    }

    /** The words for this key, or these where there are none. */
    public String sayOr(String key, String otherwise) {
        String found = texts.getMessage(key, null, otherwise, language());
        return found == null ? otherwise : found;
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language())
                .format(day);
    }

    public String day(Instant at, ZoneId zone) {
        return day(LocalDate.ofInstant(at, zone));
    }

    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language())
                .format(at.atZone(zone));
    }

    /** A role, a perspective, a permission, as the library calls it. */
    public static String name(Enum<?> constant) {
        return Message.of(constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                .in(language());
    }

    /** A sentence of the library, with its days and times where the school is. */
    public static String of(Message message, ZoneId zone) {
        return message.in(language(), zone);
    }
}
