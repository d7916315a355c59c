package org.eportfolio.console.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns aligned by their width on the screen, with a frame on terminals that can draw one. */
public final class Table {
    private final List<List<StyledText>> rows = new ArrayList<>();

    public Table(List<StyledText> header) {
        rows.add(List.copyOf(header));
    }

    public void row(List<StyledText> cells) {
        rows.add(List.copyOf(cells));
    }

    public void print(Screen screen) {
        int[] widths = new int[rows.get(0).size()];
        for (List<StyledText> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        boolean framed = screen.rich();
        if (framed) rule(screen, widths, "┌", "┬", "┐");
        for (int i = 0; i < rows.size(); i++) {
            screen.line(line(rows.get(i), widths, framed));
            if (framed && i == 0) rule(screen, widths, "├", "┼", "┤");
        }
        if (framed) rule(screen, widths, "└", "┴", "┘");
    }

    private static StyledText line(List<StyledText> cells, int[] widths, boolean framed) {
        StyledText line = StyledText.of(framed ? "│ " : "");
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) line = line.and(framed ? " │ " : "  ");
            line = line.and(cells.get(i))
                    .and(" ".repeat(widths[i] - cells.get(i).width()));
        }
        return framed ? line.and(" │") : line;
    }

    private static void rule(Screen screen, int[] widths, String left, String middle, String right) {
        StringBuilder rule = new StringBuilder(left);
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) rule.append(middle);
            rule.append("─".repeat(widths[i] + 2));
        }
        screen.line(StyledText.faint(rule.append(right).toString()));
    }
}
