package org.eportfolio.console.command;

import java.util.Locale;
import java.util.stream.Collectors;
import org.eportfolio.console.terminal.Languages;
import org.eportfolio.console.terminal.WrongValue;
import picocli.CommandLine.ITypeConverter;

/** The tag of a language that the console speaks. */
final class LanguageConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (Languages.isAvailable(value)) return value;
        throw new WrongValue("--lang : "
                + Languages.available().stream().map(Locale::toLanguageTag).collect(Collectors.joining(" | ")));
    }
}
