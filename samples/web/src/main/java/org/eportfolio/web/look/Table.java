package org.eportfolio.web.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under headings; the first cell of a row names it. Immutable. */
public record Table(List<String> columns, List<Row> rows) {
    /** One row, and what can be done about it. */
    public record Row(List<Cell> cells, List<Form> forms) {
        public Row {
            cells = List.copyOf(cells);
            forms = List.copyOf(forms);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), List.of());
        }

        public Row form(Form form) {
            List<Form> all = new ArrayList<>(forms);
            all.add(form);
            return new Row(cells, all);
        }
    }

    /** What stands in a cell, and where it leads, if anywhere. */
    public record Cell(String text, @Nullable String href) {
        public static Cell of(@Nullable String text) {
            return new Cell(text == null ? "" : text, null);
        }

        public static Cell to(String href, String text) {
            return new Cell(text, href);
        }
    }

    public static Table under(String... columns) {
        return new Table(List.of(columns), List.of());
    }

    public Table rows(List<Row> all) {
        return new Table(columns, List.copyOf(all));
    }

    /** Rows of words alone. */
    public static Row row(String... texts) {
        return new Row(Arrays.stream(texts).map(Cell::of).toList(), List.of());
    }

    /** Whether a row has something to do. */
    public boolean acts() {
        return rows.stream().anyMatch(each -> !each.forms().isEmpty());
    }
}
