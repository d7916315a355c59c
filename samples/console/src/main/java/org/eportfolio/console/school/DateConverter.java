package org.eportfolio.console.school;

import java.time.LocalDate;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.WrongValue;
import picocli.CommandLine.ITypeConverter;

/** Days, as ISO 8601 or as people write them in the language of the console. */
public record DateConverter(Texts texts) implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
        return texts.parseDay(value).orElseThrow(() -> new WrongValue(texts.say("wrong.date", value)));
    }
}
