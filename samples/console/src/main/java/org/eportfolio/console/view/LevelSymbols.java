package org.eportfolio.console.view;

import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;

/** How levels look: always the symbol, and the colour on terminals that have colours. */
public final class LevelSymbols {
    static final String NOTHING_YET = "·";
    static final String NOT_APPLICABLE = "–";

    private LevelSymbols() {}

    /** The symbol alone, for a table. */
    public static StyledText cell(@Nullable Outcome outcome, @Nullable Level level) {
        if (level != null) return StyledText.level(level, " " + level.symbol() + " ");
        return StyledText.faint(" " + (outcome == Outcome.NOT_APPLICABLE ? NOT_APPLICABLE : NOTHING_YET) + " ");
    }

    /** The symbol with its meaning, for a sentence. */
    public static StyledText describe(@Nullable Outcome outcome, @Nullable Level level, Texts texts) {
        if (level != null) return StyledText.level(level, level.symbol()).and(" " + level.label());
        return StyledText.of(
                outcome == Outcome.NOT_APPLICABLE
                        ? NOT_APPLICABLE + " " + texts.say("level.not-applicable")
                        : NOTHING_YET + " " + texts.say("level.nothing-yet"));
    }

    /** What was said of a competency, retractions included. */
    public static StyledText said(Assessment said, Scale scale, Texts texts) {
        LevelId level = said.level();
        if (said.outcome() == Outcome.RETRACTED) return StyledText.of(texts.say("level.retracted"));
        return describe(said.outcome(), level == null ? null : scale.require(level), texts);
    }

    /** The scale in one line. */
    public static StyledText line(Scale scale, Texts texts) {
        StyledText line = StyledText.of("");
        for (Level level : scale.levels())
            line = line.and(describe(null, level, texts)).and("  ");
        return line.and(describe(Outcome.NOT_APPLICABLE, null, texts)).and("  ").and(describe(null, null, texts));
    }

    public static void legend(Scale scale, Screen screen, Texts texts) {
        screen.line(texts.say(scale.example() ? "legend.example" : "legend", scale.title()));
        for (Level level : scale.levels()) {
            screen.line(StyledText.of("  ")
                    .and(StyledText.level(level, " " + level.symbol() + " "))
                    .and(" " + level.label())
                    .and(StyledText.faint(" (" + level.id() + ") "))
                    .and(level.description().isBlank() ? "" : "— " + level.description()));
        }
        screen.line("   " + NOT_APPLICABLE + "  " + texts.say("level.not-applicable") + "     " + NOTHING_YET + "  "
                + texts.say("level.nothing-yet"));
    }
}
