package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.PersonId;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionStatus;

/** Learners and missions: where each stands with each. */
public record BoardView(MissionBoard board, Map<PersonId, String> names) implements View {
    private static final Map<MissionStatus, String> SYMBOLS = Map.of(
            MissionStatus.TO_DO, "·",
            MissionStatus.STARTED, ">",
            MissionStatus.HANDED_IN, "?",
            MissionStatus.TO_REWORK, "!",
            MissionStatus.DONE, "x");

    @Override
    public Object document() {
        return this;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        List<StyledText> header = new ArrayList<>(List.of(StyledText.of(texts.say("matrix.learner"))));
        board.columns().forEach(each -> header.add(StyledText.of(each.mission().mission())));
        Table table = new Table(header);
        for (MissionBoard.Line line : NamedLines.inOrder(board.lines(), MissionBoard.Line::learner, names)) {
            List<StyledText> row = new ArrayList<>(List.of(StyledText.of(
                    names.getOrDefault(line.learner(), line.learner().value()))));
            board.columns()
                    .forEach(column -> row.add(StyledText.of(line.cell(column.mission())
                            .map(cell -> SYMBOLS.get(cell.status()) + pieces(cell, texts))
                            .orElse(""))));
            table.row(row);
        }
        table.print(screen);
        screen.blank();
        screen.line(Stream.of(MissionStatus.values())
                .map(each -> SYMBOLS.get(each) + " " + texts.name(each))
                .collect(Collectors.joining("  ")));
    }

    /** How many pieces there are of what is expected over time, and the day of the last. */
    private static String pieces(MissionBoard.Cell cell, Texts texts) {
        return cell.continuous().stream()
                .filter(each -> each.last() != null)
                .map(each -> texts.say("board.pieces", each.pieces(), each.last()))
                .map(each -> " " + each)
                .collect(Collectors.joining());
    }
}
