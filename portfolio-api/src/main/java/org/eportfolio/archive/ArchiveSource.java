package org.eportfolio.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;

/**
 * Gives an import what it is to read. Nothing in it is trusted. It may be read more than once, and must give the
 * same each time; called on the caller's thread, with no snapshot held, and must not call the portfolio. An exception
 * ends the call with nothing written and passes through.
 */
public interface ArchiveSource {
    /** What the school that wrote it calls itself; empty where it does not say. Nothing proves it. */
    default Optional<String> school() {
        return Optional.empty();
    }

    /** The kinds it has rows of. */
    Set<Kind> kinds();

    /** The rows of one kind, in the order of scope and id, beginning anew; their keys are not looked at. */
    Iterator<Row> rows(Kind kind);

    /** The journal entries, in the order of scope and number, beginning anew. */
    Iterator<Entry> entries();

    /** The files it has. */
    Set<Stored> contents();

    /** The bytes of one of them, to be closed by the caller. */
    InputStream open(Stored content) throws IOException;
}
