package org.eportfolio.exchange.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.jspecify.annotations.Nullable;

/** Days as rosters write them: {@code 2026-09-01}, or {@code 01/09/2026} as SIECLE and spreadsheets in French do. */
final class RosterDays {
    private static final int LENGTH = 10;

    private RosterDays() {}

    /** The day; null for nothing. */
    static @Nullable LocalDate read(String field, String text) {
        String day = text.strip();
        if (day.isEmpty()) return null;
        try {
            if (day.length() == LENGTH && day.charAt(2) == '/' && day.charAt(5) == '/') {
                return LocalDate.parse(day.substring(6) + "-" + day.substring(3, 5) + "-" + day.substring(0, 2));
            }
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw ExchangeMessages.because(field, "roster.day", text);
        }
    }
}
