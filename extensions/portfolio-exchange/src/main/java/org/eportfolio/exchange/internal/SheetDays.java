package org.eportfolio.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as tables of schools write them: {@code 2026-09-01}, or {@code 01/09/2026} as SIECLE and spreadsheets in French do. */
public final class SheetDays {
    private static final int LENGTH = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private SheetDays() {}

    /** The day; empty for what is none, or lies outside the years 1900 to 2199 in which schools have days. */
    public static Optional<LocalDate> read(String text) {
        String day = text.strip();
        boolean french = day.length() == LENGTH && day.charAt(2) == '/' && day.charAt(5) == '/';
        return iso(french ? day.substring(6) + "-" + day.substring(3, 5) + "-" + day.substring(0, 2) : day);
    }

    /** The same of {@code 2026-09-01} alone. */
    public static Optional<LocalDate> iso(String day) {
        try {
            return Optional.of(LocalDate.parse(day))
                    .filter(each -> each.getYear() >= FIRST_YEAR && each.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
