package org.eportfolio.console.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.assessment.TargetGap;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.framework.Code;
import org.eportfolio.interview.PreparationSheet;

/** A preparation sheet, to be read by teacher and learner side by side. */
public final class SheetView {
    private SheetView() {}

    public static Shown of(PreparationSheet sheet, Things own) {
        Scales scales = Scales.of(own.finding());
        String by = Called.of(Stream.of(sheet.preparedBy()), own.finding()).name(sheet.preparedBy());
        return new Shown(sheet, (screen, texts) -> {
            screen.line(Words.bold(texts.say("sheet.title", own.learner()))
                    .and(Words.faint(
                            "   " + texts.say("sheet.frozen", Moments.told(sheet.preparedAt(), own.finding()), by))));
            if (!sheet.agreed().isEmpty()) {
                InterviewView.agreed("  " + texts.say("sheet.agreed"), sheet.agreed(), own, screen);
            }
            section("sheet.divergences", sheet.divergences(), each -> ProgressView.told(each, texts), screen, texts);
            section("sheet.gaps", sheet.gaps(), each -> gap(each, texts), screen, texts);
            section("sheet.goals", sheet.openGoals(), scales::goal, screen, texts);
            section(
                    "sheet.evidence",
                    sheet.evidence(),
                    each -> Words.of(Moments.told(each.at(), own.finding()) + "  " + each.title())
                            .and(Words.faint("  "
                                    + each.competencies().stream()
                                            .map(Code::value)
                                            .collect(Collectors.joining(", ")))),
                    screen,
                    texts);
            section(
                    "sheet.uncovered",
                    sheet.uncovered(),
                    each -> Words.bold(each.competency().value()).and("  " + each.label()),
                    screen,
                    texts);
        });
    }

    private static Words gap(TargetGap gap, Texts texts) {
        return Words.bold(gap.competency().value())
                .and(" → ")
                .and(Symbols.told(null, gap.target(), texts))
                .and(" " + texts.say("goal.by", gap.dueOn()) + " ; " + texts.say("sheet.today") + " ")
                .and(Symbols.told(null, gap.reached(), texts));
    }

    private interface Telling<T> {
        public Words of(T each);
    }

    /** Also says when there is nothing: a sheet that leaves something out would not be trusted. */
    private static <T> void section(String key, List<T> all, Telling<T> telling, Screen screen, Texts texts) {
        screen.line(Words.bold("  " + texts.say(key)).and(all.isEmpty() ? " " + texts.say("sheet.nothing") : ""));
        for (T each : all) screen.line(Words.of("    ").and(telling.of(each)));
    }
}
