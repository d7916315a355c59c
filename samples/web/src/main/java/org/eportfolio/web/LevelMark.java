package org.eportfolio.web;

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
record LevelMark(
        String id, String symbol, String label, @Nullable String colour) {
    static LevelMark of(Level level) {
        return new LevelMark(level.id().value(), level.symbol(), level.label(), level.colour());
    }

    static List<LevelMark> of(Scale scale) {
        return scale.levels().stream().map(LevelMark::of).toList();
    }

    static LevelMark of(Outcome outcome, @Nullable Level level) {
        return level == null ? new LevelMark("", "–", Words.name(outcome), null) : of(level);
    }

    static LevelMark of(Matrix.Cell cell) {
        return of(cell.outcome(), cell.level());
    }
}
