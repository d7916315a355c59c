package org.eportfolio.web.look;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page: sentences, a list, a table, forms, in this order. Immutable.
 *
 * @param id names it within the page and in addresses
 * @param none what stands in place of an empty list or table; {@code null} for nothing
 * @param next where the list or table goes on; {@code null} at its end
 */
public record Section(
        String id,
        String heading,
        List<String> texts,
        List<Line> lines,
        @Nullable Table table,
        @Nullable String none,
        @Nullable String next,
        List<Form> forms) {
    public static Section of(String id, String heading) {
        return new Section(id, heading, List.of(), List.of(), null, null, null, List.of());
    }

    public Section text(String... sentences) {
        List<String> all = new ArrayList<>(texts);
        all.addAll(List.of(sentences));
        return new Section(id, heading, List.copyOf(all), lines, table, none, next, forms);
    }

    public Section lines(List<Line> items) {
        return new Section(id, heading, texts, List.copyOf(items), table, none, next, forms);
    }

    public Section table(Table rows) {
        return new Section(id, heading, texts, lines, rows, none, next, forms);
    }

    public Section none(String sentence) {
        return new Section(id, heading, texts, lines, table, sentence, next, forms);
    }

    public Section next(@Nullable String address) {
        return new Section(id, heading, texts, lines, table, none, address, forms);
    }

    public Section form(Form... more) {
        List<Form> all = new ArrayList<>(forms);
        all.addAll(List.of(more));
        return new Section(id, heading, texts, lines, table, none, next, List.copyOf(all));
    }

    public boolean isEmpty() {
        return lines.isEmpty() && (table == null || table.rows().isEmpty());
    }
}
