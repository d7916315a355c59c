package org.eportfolio.console.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns that line up by what the eye sees; with a frame where the terminal can draw one. */
public final class Table {
    private final List<List<Words>> rows = new ArrayList<>();

    public Table(List<Words> header) {
        rows.add(List.copyOf(header));
    }

    public void row(List<Words> cells) {
        rows.add(List.copyOf(cells));
    }

    public void print(Screen screen) {
        int[] widths = new int[rows.get(0).size()];
        for (List<Words> row : rows) {
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

    private static Words line(List<Words> cells, int[] widths, boolean framed) {
        Words line = Words.of(framed ? "│ " : "");
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
        screen.line(Words.faint(rule.append(right).toString()));
    }
}
