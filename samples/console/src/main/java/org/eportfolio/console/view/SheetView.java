package org.eportfolio.console.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.assessment.TargetGap;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Code;
import org.eportfolio.interview.PreparationSheet;

/** A preparation sheet, to be read by teacher and learner side by side. */
public final class SheetView {
    private SheetView() {}

    public static Result of(PreparationSheet sheet, DossierItems own) {
        Scales scales = Scales.of(own.lookup());
        String by = PersonNames.of(Stream.of(sheet.preparedBy()), own.lookup()).name(sheet.preparedBy());
        return Result.of(sheet, (screen, texts) -> {
            screen.line(StyledText.bold(texts.say("sheet.title", own.learner()))
                    .and(StyledText.faint(
                            "   " + texts.say("sheet.frozen", own.lookup().dayAndTime(sheet.preparedAt()), by))));
            if (!sheet.agreed().isEmpty()) {
                InterviewView.agreed("  " + texts.say("sheet.agreed"), sheet.agreed(), own, screen);
            }
            section(
                    "sheet.divergences",
                    sheet.divergences(),
                    each -> ProgressView.describe(each, texts),
                    screen,
                    texts);
            section("sheet.gaps", sheet.gaps(), each -> gap(each, texts), screen, texts);
            section("sheet.goals", sheet.openGoals(), scales::goal, screen, texts);
            section(
                    "sheet.evidence",
                    sheet.evidence(),
                    each -> StyledText.of(own.lookup().dayAndTime(each.at()) + "  " + each.title())
                            .and(StyledText.faint("  "
                                    + each.competencies().stream()
                                            .map(Code::value)
                                            .collect(Collectors.joining(", ")))),
                    screen,
                    texts);
            section(
                    "sheet.uncovered",
                    sheet.uncovered(),
                    each -> StyledText.bold(each.competency().value()).and("  " + each.label()),
                    screen,
                    texts);
        });
    }

    private static StyledText gap(TargetGap gap, Texts texts) {
        return StyledText.bold(gap.competency().value())
                .and(" → ")
                .and(LevelSymbols.describe(null, gap.target(), texts))
                .and(" " + texts.say("goal.by", gap.dueOn()) + " ; " + texts.say("sheet.today") + " ")
                .and(LevelSymbols.describe(null, gap.reached(), texts));
    }

    private interface Line<T> {
        StyledText of(T each);
    }

    /** Says so when a section is empty, so that a reader can trust the sheet to be complete. */
    private static <T> void section(String key, List<T> all, Line<T> line, Screen screen, Texts texts) {
        screen.line(StyledText.bold("  " + texts.say(key)).and(all.isEmpty() ? " " + texts.say("sheet.nothing") : ""));
        for (T each : all) screen.line(StyledText.of("    ").and(line.of(each)));
    }
}
