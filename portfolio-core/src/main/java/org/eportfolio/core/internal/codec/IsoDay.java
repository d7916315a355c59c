package org.eportfolio.core.internal.codec;

import java.time.LocalDate;

/** Days as ISO 8601 writes them; the usual form is read without the cost of a formatter. */
public final class IsoDay {
    private static final int LENGTH = 10;

    private IsoDay() {}

    public static LocalDate parse(String text) {
        boolean usual = text.length() == LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
        for (int i = 0; usual && i < LENGTH; i++) {
            char c = text.charAt(i);
            usual = i == 4 || i == 7 || (c >= '0' && c <= '9');
        }
        if (!usual) return LocalDate.parse(text);
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, LENGTH));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
