package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;

/** Something read, for people or, as a JSON document, for programs. */
public interface View extends Screen.Document {
    void print(Screen screen, Texts texts);
}
