package org.eportfolio.console.command;

import org.eportfolio.console.school.Place;
import org.eportfolio.console.terminal.WrongValue;
import picocli.CommandLine.ITypeConverter;

/** A file, or a school of a PostgreSQL database. */
public final class PlaceConverter implements ITypeConverter<Place> {
    @Override
    public Place convert(String value) {
        try {
            return Place.of(value);
        } catch (IllegalArgumentException e) {
            throw new WrongValue(value + " : FILE | postgresql://USER@HOST/DATABASE?school=UUID");
        }
    }
}
