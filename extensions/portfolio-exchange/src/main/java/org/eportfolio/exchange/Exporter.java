package org.eportfolio.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;

/**
 * Writes one format. A stranger may implement it. Thread-safe: one instance serves all exports.
 *
 * <p>It reads through the desk it is given and nothing else, so that no one exports what they may not read; refusals
 * pass through.
 */
public interface Exporter {
    /** By which a host asks for it, such as {@code case}: lower-case letters and hyphens; unique among exporters. */
    String format();

    /** The kinds of extent it can write. */
    Set<Class<? extends Extent>> extents();

    /**
     * Writes a new file, or a new folder. Called once for each export, on the caller's thread.
     *
     * @param to does not exist; {@link Exchange} gives a place beside the final one and moves it there when all is well,
     *     so that an export that fails or is cancelled leaves nothing behind
     * @param language of words that are not the learner's own
     * @return what the format could not carry
     * @throws org.eportfolio.CancelledException when {@code progress} says so or the thread is interrupted
     */
    LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress) throws IOException;
}
