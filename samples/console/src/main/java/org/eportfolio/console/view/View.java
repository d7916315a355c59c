package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;

/** The answer of a command: text for people, records for programs. */
public interface View {
    /** What {@code --json} writes: a record of the library or of the console, or a list of records. */
    Object document();

    /** Prints the answer for people. */
    void print(Screen screen, Texts texts);
}
