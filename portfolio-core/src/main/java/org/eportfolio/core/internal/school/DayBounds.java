package org.eportfolio.core.internal.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.school.Period;
import org.jspecify.annotations.Nullable;

/** Days as people say them, in the organisation's time zone, as the instants that are kept. */
public final class DayBounds {
    private DayBounds() {}

    /**
     * @param from the first day; {@code null} for now
     * @param until the last day, included; {@code null} for no end
     */
    public static Period period(@Nullable LocalDate from, @Nullable LocalDate until, Work work) {
        return new Period(
                from == null ? work.now() : from.atStartOfDay(work.zone()).toInstant(),
                until == null ? null : endOf(until, work.zone()));
    }

    /** The first instant after this day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
