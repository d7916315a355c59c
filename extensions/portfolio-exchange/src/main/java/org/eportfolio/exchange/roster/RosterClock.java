package org.eportfolio.exchange.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One instant throughout a comparison, and the school's days. */
record RosterClock(Instant now, ZoneId zone) {
    static RosterClock of(Clock clock) {
        return new RosterClock(clock.instant(), clock.getZone());
    }

    LocalDate today() {
        return day(now);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first instant after a last day. */
    Instant end(LocalDate lastDay) {
        return start(lastDay.plusDays(1));
    }

    /** The last day of what ends at this instant; null when no end is set. */
    @Nullable
    LocalDate lastDay(@Nullable Instant end) {
        return end == null ? null : day(end.minusNanos(1));
    }
}
