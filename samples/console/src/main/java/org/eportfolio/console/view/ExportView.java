package org.eportfolio.console.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.exchange.LossReport;

/** What an export wrote, and what the format could not carry. */
public record ExportView(Path out, LossReport lost) implements View {
    @Override
    public Object document() {
        return this;
    }

    /** @param adoptions their names by their ids, which a format knows alone */
    public Result naming(Map<String, String> adoptions) {
        return Result.of(this, (screen, texts) -> print(adoptions, screen, texts));
    }

    @Override
    public void print(Screen screen, Texts texts) {
        print(Map.of(), screen, texts);
    }

    private void print(Map<String, String> adoptions, Screen screen, Texts texts) {
        screen.line(texts.say("export.done", out.toString()));
        if (lost.losses().isEmpty()) return;
        screen.line(texts.count("export.lost", lost.losses().size()));
        Table table = new Table(List.of(
                StyledText.bold(texts.say("travel.kind")),
                StyledText.bold(texts.say("travel.item")),
                StyledText.bold(texts.say("travel.why"))));
        for (LossReport.Loss each : lost.losses()) {
            table.row(List.of(
                    StyledText.of(each.kind()),
                    StyledText.of((adoptions.getOrDefault(each.item(), each.item()) + " " + each.field()).strip()),
                    StyledText.of(each.why().in(texts.locale()))));
        }
        table.print(screen);
    }
}
