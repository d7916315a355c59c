package org.eportfolio.console.school;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.WrongValue;
import picocli.CommandLine.ITypeConverter;

/** A day and a time of day, separated by a space or a T. */
public record DateTimeConverter(Texts texts) implements ITypeConverter<LocalDateTime> {
    private static final Pattern PARTS = Pattern.compile("(\\S+?)(?:T| +)(\\d\\d:\\d\\d(?::\\d\\d)?)");

    @Override
    public LocalDateTime convert(String value) {
        Matcher parts = PARTS.matcher(value.strip());
        try {
            if (parts.matches()) {
                LocalTime time = LocalTime.parse(parts.group(2));
                Optional<LocalDate> day = texts.parseDay(parts.group(1));
                if (day.isPresent()) return day.get().atTime(time);
            }
        } catch (DateTimeParseException e) {
            // no time of day
        }
        throw new WrongValue(texts.say("wrong.time", value));
    }
}
