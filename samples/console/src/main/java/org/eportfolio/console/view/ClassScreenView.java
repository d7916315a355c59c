package org.eportfolio.console.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Item;

/** The page of a class: a line for each learner. */
public record ClassScreenView(ClassScreen page, ZoneId zone) implements View {
    @Override
    public Object document() {
        return page;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(
                StyledText.bold(texts.say("class.screen.title", page.cohort().name(), day(page.asOf()))));
        screen.blank();
        List<StyledText> header = new ArrayList<>();
        header.add(StyledText.bold(texts.say("matrix.learner")));
        for (Item each : page.columns()) header.add(StyledText.bold(each.code().value()));
        for (String each : List.of("waiting", "goals", "divergences", "last-trace"))
            header.add(StyledText.bold(texts.say("class.screen." + each)));
        Table table = new Table(header);
        page.lines().forEach(each -> table.row(row(each, texts)));
        table.print(screen);
        if (page.adoption() == null) return;
        screen.blank();
        screen.line(LevelSymbols.line(page.adoption().scale(), texts));
    }

    private List<StyledText> row(ClassScreen.Line line, Texts texts) {
        List<StyledText> row = new ArrayList<>();
        row.add(StyledText.of(line.name()));
        for (Item each : page.columns()) {
            Matrix.Cell cell = line.levels().get(each.code());
            row.add(LevelSymbols.cell(cell == null ? null : cell.outcome(), cell == null ? null : cell.level()));
        }
        row.add(count(line.waiting().total()));
        row.add(count(line.goals().size()));
        row.add(count(line.divergences().size()));
        Instant last = line.lastTrace();
        row.add(StyledText.of(last == null ? texts.say("queue.no-trace") : texts.day(day(last))));
        return row;
    }

    private static StyledText count(int number) {
        return StyledText.of(number == 0 ? "" : Integer.toString(number));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
