package org.eportfolio.exchange.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eportfolio.exchange.Bounds;

/** Several files that belong together: in a ZIP, or unpacked in a folder. Not thread-safe. */
public interface Entries extends Closeable {
    /** Opens a ZIP or a folder. */
    static Entries open(Path file, Bounds bounds, Findings findings) throws IOException {
        return Files.isDirectory(file) ? UnpackedFolder.open(file, bounds) : SafeZip.open(file, bounds, findings);
    }

    /** The names of all entries. */
    Set<String> names();

    /** The bytes of an entry that is there. */
    InputStream open(String name) throws IOException;
}
