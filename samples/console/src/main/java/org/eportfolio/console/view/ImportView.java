package org.eportfolio.console.view;

import java.util.stream.Stream;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.exchange.ImportReport;

/** What an import added, changed and left out. */
public record ImportView(ImportReport report) implements View {
    @Override
    public Object document() {
        return report;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(texts.say(report.dryRun() ? "import.dry" : "import.done", report.format()));
        Table table = new Table(Stream.of("kind", "added", "changed", "same", "left-out")
                .map(each -> StyledText.bold(texts.say("travel." + each)))
                .toList());
        report.counts()
                .forEach((kind, count) -> table.row(Stream.concat(
                                Stream.of(kind),
                                Stream.of(count.added(), count.changed(), count.same(), count.leftOut())
                                        .map(String::valueOf))
                        .map(StyledText::of)
                        .toList()));
        table.print(screen);
        for (ImportReport.Remark each : report.remarks()) {
            screen.line("- " + each.place() + " : " + each.what().in(texts.locale()));
        }
        long more = report.remarksInAll() - report.remarks().size();
        if (more > 0) screen.line(texts.say("import.more", more));
    }
}
