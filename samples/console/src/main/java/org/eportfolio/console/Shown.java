package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a command: its facts for programs, the same in words for people. */
record Shown(Map<String, @Nullable Object> facts, Telling telling) implements View {
    /** How it is told to people. */
    interface Telling {
        void tell(Screen screen, Texts texts);
    }

    @Override
    public void print(Screen screen, Texts texts) {
        telling.tell(screen, texts);
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        Facts.write(facts, to);
    }

    /** The same after a line that says what was done. */
    Shown after(String sentence) {
        return new Shown(facts, (screen, texts) -> {
            screen.line(sentence);
            telling.tell(screen, texts);
        });
    }
}
