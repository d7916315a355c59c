package org.eportfolio.console.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The one place where anything is printed. */
public final class Screen {
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean rich;

    /** @param rich whether colours and boxes are understood */
    public Screen(PrintStream out, PrintStream err, boolean rich) {
        this.out = out;
        this.err = err;
        this.rich = rich;
    }

    public boolean rich() {
        return rich;
    }

    public void line(String text) {
        line(StyledText.of(text));
    }

    public void line(StyledText words) {
        out.println(rendered(words));
        out.flush();
    }

    public void blank() {
        out.println();
    }

    public void heading(String text) {
        blank();
        line(StyledText.bold(text));
        blank();
    }

    /** Prints one line on stderr. */
    public void complaint(String text) {
        err.println(rendered(StyledText.of(text.strip())));
        err.flush();
    }

    /** Where help and scripts are written as they are. */
    public PrintStream page() {
        return out;
    }

    /** Where a progress bar may draw. */
    public PrintStream margin() {
        return err;
    }

    /** Prints one JSON document and nothing else. Characters that would steer a terminal are escaped, which changes no value. */
    public void json(Object document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            JsonWriter.write(document, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder shown = new StringBuilder(text.getBuffer().length());
        text.toString().codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || !PrintableText.hidden(c)) shown.appendCodePoint(c);
            else for (char unit : Character.toChars(c)) shown.append(String.format("\\u%04x", (int) unit));
        });
        out.println(shown);
        out.flush();
    }

    private String rendered(StyledText words) {
        StringBuilder line = new StringBuilder();
        for (StyledText.Span span : words.spans()) {
            boolean styled = rich && !span.style().isEmpty();
            if (styled) line.append(ESCAPE).append(span.style()).append('m');
            line.append(span.text());
            if (styled) line.append(ESCAPE).append("0m");
        }
        return line.toString().stripTrailing();
    }
}
