package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command has written, as {@code --json} writes it. */
public record WrittenFile(Path file, long bytes) {
    public static WrittenFile at(Path file) throws IOException {
        return new WrittenFile(file, Files.size(file));
    }
}
