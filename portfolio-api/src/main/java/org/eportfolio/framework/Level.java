package org.eportfolio.framework;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * One step of a scale. Colour never stands alone: the symbol and the label say the same (RGAA).
 *
 * @param label short, for a table
 * @param description what a learner at this level does
 * @param colour {@code #rrggbb}
 * @param symbol one or two characters that can be distinguished without colour
 */
public record Level(LevelId id, String label, String description, String colour, String symbol) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_LABEL = 60;

    public Level {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(symbol, "symbol");
        InvalidInputException.unless(!label.isBlank(), "label", "text.blank");
        InvalidInputException.unless(
                label.length() <= LONGEST_LABEL, "label", "text.too-long", LONGEST_LABEL, label.length());
        InvalidInputException.unless(COLOUR.matcher(colour).matches(), "colour", "level.colour", colour);
        InvalidInputException.unless(
                !symbol.isBlank() && symbol.codePointCount(0, symbol.length()) <= 2, "symbol", "level.symbol", symbol);
    }
}
