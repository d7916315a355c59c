package org.eportfolio.console.school;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Days as 2026-12-18 or 18/12/2026. */
public final class Days implements ITypeConverter<LocalDate> {
    /** Where a day begins for the school. */
    public static Instant begin(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    @Override
    public LocalDate convert(String value) {
        String[] parts = value.split("/", -1);
        String iso = parts.length == 3 ? parts[2] + "-" + parts[1] + "-" + parts[0] : value;
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("« " + value + " » ≠ 2026-12-18, 18/12/2026");
        }
    }
}
