package org.eportfolio.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How large files are while others write them; what is not there has no bytes. */
public final class FileSizes {
    private FileSizes() {}

    /** Of a portfolio's file and the log beside it. */
    public static long withLog(Path file) {
        return of(file) + of(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static long of(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
