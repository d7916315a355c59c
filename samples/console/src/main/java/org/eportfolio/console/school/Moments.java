package org.eportfolio.console.school;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day and a time of day, as 2027-01-15T10:00 or « 15/01/2027 10:00 », where the school is. */
public final class Moments implements ITypeConverter<LocalDateTime> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public LocalDateTime convert(String value) {
        String[] parts = value.strip().split("[T ]+", 2);
        if (parts.length == 2) {
            try {
                return new Days().convert(parts[0]).atTime(LocalTime.parse(parts[1]));
            } catch (DateTimeParseException e) {
                // said below
            }
        }
        throw new TypeConversionException("« " + value + " » ≠ 2027-01-15T10:00, 15/01/2027 10:00");
    }

    public static Instant at(LocalDateTime there, Finding finding) {
        return there.atZone(finding.clock().getZone()).toInstant();
    }

    public static String told(Instant at, Finding finding) {
        LocalDateTime there = LocalDateTime.ofInstant(at, finding.clock().getZone());
        return finding.texts().day(there.toLocalDate()) + " " + TIME.format(there);
    }
}
