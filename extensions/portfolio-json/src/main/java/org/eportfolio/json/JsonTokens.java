package org.eportfolio.json;

import java.io.IOException;

/** Where JSON is read from: the parser of one Jackson or the other. Both number their tokens alike. */
interface JsonTokens {
    int NONE = 0;
    int BEGIN_OBJECT = 1;
    int END_OBJECT = 2;
    int BEGIN_ARRAY = 3;
    int END_ARRAY = 4;
    int NAME = 5;
    int TEXT = 6;
    int WHOLE_NUMBER = 7;
    int FRACTION = 8;
    int TRUE = 9;
    int FALSE = 10;
    int NULL = 11;

    /** The token that stands next. */
    int next() throws IOException;

    /** The text, name or digits of the token that was read last. */
    String text() throws IOException;
}
