package org.eportfolio.console.terminal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eportfolio.Message;

/**
 * The console's texts in one language. All that depends on the language stands in its bundle: texts, the patterns of
 * days ({@code format.…}) and which numbers take which plural form ({@code plural.…}, a regular expression on the
 * digits). Immutable.
 */
public record Texts(Locale locale, ResourceBundle bundle) {
    private static final List<String> PLURAL_FORMS = List.of("one", "two", "few", "many");

    /** @param language the tag of a language that is available */
    public static Texts in(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new Texts(
                locale,
                ResourceBundle.getBundle(
                        Languages.BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The language that the arguments ask for; the default if they ask for none that is there. */
    public static Texts asked(String[] args) {
        String language = Languages.DEFAULT;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) language = args[i + 1];
            else if (args[i].startsWith("--lang=")) language = args[i].substring("--lang=".length());
        }
        return in(language.equals(Languages.DEFAULT) || Languages.isAvailable(language) ? language : Languages.DEFAULT);
    }

    /**
     * The text of this key, its <code>{0}</code>, <code>{1}</code> … filled in; in the plural form that the first number
     * takes, such as that of the key with {@code .one}.
     */
    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(form(key, arguments));
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            boolean slot = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (slot) {
                text.append(shown(arguments[pattern.charAt(i + 1) - '0']));
                i += 2;
            } else text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    /** The text of a key that need not be there. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The same as {@link #say}, the number first. */
    public String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return say(key, arguments);
    }

    /** The key of the plural form that the first number takes, if the text has that form. */
    private String form(String key, Object... arguments) {
        for (Object each : arguments) {
            if (!(each instanceof Integer || each instanceof Long)) continue;
            for (String form : PLURAL_FORMS) {
                boolean takes =
                        find("plural." + form).filter(each.toString()::matches).isPresent();
                if (takes && bundle.containsKey(key + "." + form)) return key + "." + form;
            }
            return key;
        }
        return key;
    }

    /** A role, a perspective, the state of a goal … as the library calls it in this language. */
    public String name(Enum<?> constant) {
        return Message.of(constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                .in(locale);
    }

    public String day(LocalDate day) {
        return format("format.day").format(day);
    }

    /** Day and month. */
    public String dayOfYear(LocalDate day) {
        return format("format.day-of-year").format(day);
    }

    public String dayAndTime(LocalDateTime at) {
        return format("format.day-and-time").format(at);
    }

    public String month(YearMonth month) {
        String text = format("format.month").format(month);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** A day as ISO 8601 or as it is written in this language; empty if it is neither. */
    public Optional<LocalDate> parseDay(String text) {
        for (DateTimeFormatter each : List.of(DateTimeFormatter.ISO_LOCAL_DATE, format("format.day-input"))) {
            try {
                return Optional.of(LocalDate.parse(text, each));
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return Optional.empty();
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), locale);
    }

    private String shown(Object argument) {
        if (argument instanceof LocalDate day) return day(day);
        if (argument instanceof Enum<?> constant) return name(constant);
        return argument.toString();
    }
}
