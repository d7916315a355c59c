package org.eportfolio.web.look;

import java.util.List;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A level as pages show it: by its symbol and its name, and by its colour besides.
 *
 * @param colour {@code null} for what is no level
 */
public record LevelMark(
        String id, String symbol, String label, @Nullable String colour) {
    public static LevelMark of(Level level) {
        return new LevelMark(level.id().value(), level.symbol(), level.label(), level.colour());
    }

    public static List<LevelMark> of(Scale scale) {
        return scale.levels().stream().map(LevelMark::of).toList();
    }

    public static LevelMark of(Outcome outcome, @Nullable Level level) {
        return level == null ? new LevelMark("", "–", Words.name(outcome), null) : of(level);
    }

    public static LevelMark of(Matrix.Cell cell) {
        return of(cell.outcome(), cell.level());
    }
}
