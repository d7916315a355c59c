package org.eportfolio.postgresql;

import org.eportfolio.tck.WordsContract;

/** The sentences of the PostgreSQL store. */
class WordsTest extends WordsContract {
    WordsTest() {
        super(Failures.class, "/org/eportfolio/postgresql/messages");
    }
}
