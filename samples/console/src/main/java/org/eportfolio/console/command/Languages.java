package org.eportfolio.console.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The languages that the console speaks. */
final class Languages implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (value.equals("fr") || value.equals("en")) return value;
        throw new TypeConversionException("--lang : fr | en");
    }
}
