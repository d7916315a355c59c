package org.eportfolio.archive;

import java.io.IOException;
import java.io.InputStream;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;

/**
 * Takes in what an export hands out: all rows, then all entries, then all contents. Called on the caller's
 * thread. Rows and entries come out of one snapshot, so it must be quick with them and must not call the portfolio;
 * contents are read with no connection held. An exception ends the archive and passes through.
 */
public interface ArchiveSink {
    /**
     * What the school that writes the archive calls itself; before everything else, and only if the host stated a controller.
     * A sink may ignore it.
     */
    default void school(String name) throws IOException {}

    /** A row as it is kept; kinds one after another, the rows of one kind in the order of scope and id. */
    void row(Row row) throws IOException;

    /** A journal entry, in the order of scope and number. */
    void entry(Entry entry) throws IOException;

    /**
     * A file that the rows speak of, in the order of the hashes, each once.
     *
     * @param bytes exactly as many as {@code content} says; closed by the library
     */
    void content(Stored content, InputStream bytes) throws IOException;
}
