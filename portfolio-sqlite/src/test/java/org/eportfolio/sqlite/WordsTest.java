package org.eportfolio.sqlite;

import org.eportfolio.tck.WordsContract;

/** The sentences of the SQLite store. */
class WordsTest extends WordsContract {
    WordsTest() {
        super(Failures.class, "/org/eportfolio/sqlite/messages");
    }
}
