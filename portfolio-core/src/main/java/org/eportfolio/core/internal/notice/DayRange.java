package org.eportfolio.core.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days from one to another, both included, where the organisation is. */
record DayRange(LocalDate first, LocalDate last, ZoneId zone) {
    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean has(Instant at) {
        return has(of(at));
    }

    LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
