package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.scenario.Coverage;

/** What scenarios cover of a framework and what they leave out, by scenario, competency and sub-competency. */
public record CoverageView(String title, Coverage coverage) implements View {
    @Override
    public Object document() {
        return coverage;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say("coverage.title", title))
                .and(StyledText.faint("   " + coverage.framework())));
        screen.blank();
        List<StyledText> header = new ArrayList<>(List.of(StyledText.of(""), StyledText.of("")));
        coverage.columns()
                .forEach(each -> header.add(StyledText.of(each.scenario().value())));
        header.add(StyledText.of(""));
        Table table = new Table(header);
        for (Coverage.Line line : coverage.lines()) {
            row(line, "", table, texts);
            for (Coverage.Line part : line.parts()) row(part, "  ", table, texts);
        }
        table.print(screen);
        screen.blank();
        screen.line(texts.say("coverage.legend"));
    }

    private static void row(Coverage.Line line, String indent, Table table, Texts texts) {
        List<StyledText> row = new ArrayList<>();
        row.add(StyledText.of(indent + line.item().code()));
        row.add(StyledText.of(shortened(indent + line.item().label())));
        line.cells().forEach(each -> row.add(StyledText.of(cell(each))));
        boolean plain = line.parts().isEmpty() && line.extent() == Coverage.Degree.WHOLE;
        row.add(StyledText.of(plain ? "" : texts.name(line.extent())));
        table.row(row);
    }

    /** A tick for each published mission; brackets for those that are drafts. */
    private static String cell(Coverage.Cell cell) {
        String published = "x".repeat(cell.published().size());
        String drafts =
                cell.drafts().isEmpty() ? "" : "(" + "x".repeat(cell.drafts().size()) + ")";
        return published.isEmpty() && drafts.isEmpty() ? LevelSymbols.NOTHING_YET : published + drafts;
    }

    private static String shortened(String label) {
        int longest = 56;
        return label.length() <= longest ? label : label.substring(0, longest - 1) + "…";
    }
}
