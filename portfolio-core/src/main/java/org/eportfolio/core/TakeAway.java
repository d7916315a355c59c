package org.eportfolio.core;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what a learner takes away when they leave. Without one given to the builder it is the ZIP of
 * {@link PersonExport#zipTo}. Called once for each departure, with no connection held; an exception makes the departure
 * fail. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TakeAway {
    /** Writes the package; the stream is left open. */
    void write(PersonExport export, OutputStream to) throws IOException;
}
