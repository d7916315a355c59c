package org.eportfolio.console.view;

import java.util.List;
import java.util.function.Function;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;

/** An answer of records, with how they are printed. */
public record Result(Object document, Printing printing) implements View {
    /** How an answer is printed. */
    @FunctionalInterface
    public interface Printing {
        void on(Screen screen, Texts texts);
    }

    /** Printed as tables and sections. */
    public static Result of(Object document, Printing printing) {
        return new Result(document, printing);
    }

    /** Printed as these lines. */
    public static Result of(Object document, StyledText... lines) {
        return of(document, List.of(lines));
    }

    /** Printed as these lines. */
    public static Result of(Object document, List<StyledText> lines) {
        return new Result(document, (screen, texts) -> lines.forEach(screen::line));
    }

    /** Printed as one sentence. */
    public static Result of(Object document, String sentence) {
        return of(document, StyledText.of(sentence));
    }

    /** A line for each record, or a sentence that says that there is none. */
    public static <T> Result each(List<T> records, Function<T, StyledText> line, String none) {
        return all(records, each -> List.of(line.apply(each)), none);
    }

    /** Several lines for each record, or a sentence that says that there is none. */
    public static <T> Result all(List<T> records, Function<T, List<StyledText>> lines, String none) {
        if (records.isEmpty()) return of(records, none);
        return of(
                records,
                records.stream().flatMap(each -> lines.apply(each).stream()).toList());
    }

    /** The same after a line that says what was done. */
    public Result after(String sentence) {
        return new Result(document, (screen, texts) -> {
            screen.line(sentence);
            printing.on(screen, texts);
        });
    }

    @Override
    public void print(Screen screen, Texts texts) {
        printing.on(screen, texts);
    }
}
