package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.SheetDays;
import org.jspecify.annotations.Nullable;

/** The days of rosters. */
final class RosterDays {
    private RosterDays() {}

    /** The day; null for nothing. */
    static @Nullable LocalDate read(String field, String text) {
        if (text.isBlank()) return null;
        return SheetDays.read(text).orElseThrow(() -> ExchangeMessages.because(field, "roster.day", text));
    }
}
