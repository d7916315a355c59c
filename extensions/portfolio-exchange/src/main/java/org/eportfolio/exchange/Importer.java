package org.eportfolio.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;

/**
 * Reads one format. A stranger may implement it. Thread-safe: one instance serves all imports.
 *
 * <p>It streams, stays within {@link Bounds}, trusts nothing it reads, writes through the desk it is given in one
 * transaction, and throws only the library's exceptions: a file that cannot be read as this format is
 * {@link org.eportfolio.InvalidInputException} with the place of each fault.
 */
public interface Importer {
    /** By which a host names it: lower-case letters and hyphens; unique among importers. */
    String format();

    /**
     * Whether a file looks like this format. Called for each import whose format is not named; must be quick and never
     * fail.
     *
     * @param start the first bytes, at most 64 KiB
     */
    boolean recognises(String fileName, byte[] start);

    /**
     * Whether a folder looks like this format, such as a ZIP that was unpacked. By default none does; {@link #read} is
     * given a folder only where this says yes.
     *
     * @param names of its files and of those in its folders, such as {@code export/manifest.csv}
     */
    default boolean recognisesFolder(Set<String> names) {
        return false;
    }

    /**
     * Whether it can bring the school's own dossiers forward from a newer copy, as
     * {@link ImportOptions#restoring(org.eportfolio.archive.RestoreGrounds)} asks. Others are never asked to.
     */
    default boolean restores() {
        return false;
    }

    /**
     * Imports a file, or reports what would be imported.
     *
     * @throws org.eportfolio.CancelledException when {@code progress} says so or the thread is interrupted; nothing was written then
     */
    ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress) throws IOException;
}
