package org.eportfolio.console.terminal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eportfolio.Message;

/** The console's own words in the language that was asked for. Immutable. */
public record Texts(Locale locale, ResourceBundle bundle) {
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter FRENCH_DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MM-dd");

    public static Texts in(Locale locale) {
        return new Texts(
                locale,
                ResourceBundle.getBundle(
                        "org.eportfolio.console.texts",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The language that the arguments ask for; French if they do not. */
    public static Texts asked(String[] args) {
        String language = "fr";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) language = args[i + 1];
            else if (args[i].startsWith("--lang=")) language = args[i].substring("--lang=".length());
        }
        return in(language.equals("en") ? Locale.ENGLISH : Locale.FRENCH);
    }

    /** The text of this key, its <code>{0}</code>, <code>{1}</code> … filled in. */
    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            boolean slot = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (slot) {
                text.append(told(arguments[pattern.charAt(i + 1) - '0']));
                i += 2;
            } else text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    /** The same, in the singular for one: the key then ends in <code>.one</code>. */
    public String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        boolean single = number == 1 || (number == 0 && locale.equals(Locale.FRENCH));
        return say(single ? key + ".one" : key, arguments);
    }

    /** A role, a perspective, the state of a goal … as the library calls it in this language. */
    public String name(Enum<?> constant) {
        return Message.of(constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                .in(locale);
    }

    public String day(LocalDate day) {
        return locale.equals(Locale.FRENCH) ? FRENCH_DAY.format(day) : day.toString();
    }

    /** Day and month. */
    public String dayOfYear(LocalDate day) {
        return (locale.equals(Locale.FRENCH) ? FRENCH_DAY_OF_YEAR : DAY_OF_YEAR).format(day);
    }

    public String month(YearMonth month) {
        String text = DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private String told(Object argument) {
        if (argument instanceof LocalDate day) return day(day);
        if (argument instanceof Enum<?> constant) return name(constant);
        return argument.toString();
    }
}
