package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.eportfolio.console.terminal.Records;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;

/** What came of a command where it takes tables and sections to tell it; {@link Told} where lines will do. */
public record Shown(Object records, Telling telling) implements View {
    /** How it is told to people. */
    public interface Telling {
        void on(Screen screen, Texts texts);
    }

    @Override
    public void print(Screen screen, Texts texts) {
        telling.on(screen, texts);
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        Records.write(records, to);
    }

    /** The same after a line that says what was done. */
    public Shown after(String sentence) {
        return new Shown(records, (screen, texts) -> {
            screen.line(sentence);
            telling.on(screen, texts);
        });
    }
}
