package org.eportfolio.web.look;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads what stands in fields as text. */
public final class Fields {
    private Fields() {}

    /**
     * A day as the browser sends it; {@code null} for none.
     *
     * @throws InvalidInputException beside the field, if it is none
     */
    public static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw InvalidInputException.because(field, WebMessages.of("field.day"));
        }
    }

    /** @throws InvalidInputException beside the field, if it is no whole number */
    public static int number(String field, @Nullable String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw InvalidInputException.because(field, WebMessages.of("field.number"));
        }
    }

    /** The text, or nothing where the field was left empty. */
    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @throws InvalidInputException beside the field, if it was left empty */
    public static String needed(String field, @Nullable String text, String key) {
        String given = text(text);
        if (given == null) throw InvalidInputException.because(field, WebMessages.of(key));
        return given;
    }
}
