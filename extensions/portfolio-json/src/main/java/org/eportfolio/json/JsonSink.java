package org.eportfolio.json;

import java.io.IOException;

/** Where JSON is written to: the generator of one Jackson or the other. */
interface JsonSink {
    void beginObject() throws IOException;

    void name(String name) throws IOException;

    void endObject() throws IOException;

    void beginArray() throws IOException;

    void endArray() throws IOException;

    void text(String text) throws IOException;

    void number(long number) throws IOException;

    void truth(boolean truth) throws IOException;

    void nothing() throws IOException;
}
