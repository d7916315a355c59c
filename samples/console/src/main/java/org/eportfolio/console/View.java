package org.eportfolio.console;

/** Something read, for people or, as a JSON document, for programs. */
interface View extends Screen.Document {
    void print(Screen screen, Texts texts);
}
