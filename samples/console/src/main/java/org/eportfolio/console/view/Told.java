package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.console.terminal.Records;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;

/** What came of a command: lines for people, and the library's own records for programs. */
public record Told(Object records, List<Words> lines) implements View {
    public Told {
        lines = List.copyOf(lines);
    }

    public static Told of(Object records, Words... lines) {
        return new Told(records, List.of(lines));
    }

    public static Told of(Object records, String line) {
        return of(records, Words.of(line));
    }

    /** A line for each, or one that says that there is none. */
    public static <T> Told each(List<T> records, Function<T, Words> line, String none) {
        return new Told(
                records,
                records.isEmpty()
                        ? List.of(Words.of(none))
                        : records.stream().map(line).toList());
    }

    /** Several lines for each. */
    public static <T> Told all(List<T> records, Function<T, List<Words>> lines, String none) {
        return new Told(
                records,
                records.isEmpty()
                        ? List.of(Words.of(none))
                        : records.stream()
                                .flatMap(each -> lines.apply(each).stream())
                                .toList());
    }

    @Override
    public void print(Screen screen, Texts texts) {
        lines.forEach(screen::line);
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        Records.write(records, to);
    }
}
