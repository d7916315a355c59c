package org.eportfolio.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in which the year of the VosRêves class was played; it is played once and copied. */
final class DemoFile {
    private static final Path PLAYED = play();

    private DemoFile() {}

    static Path in(Path folder) throws IOException {
        return Files.copy(PLAYED, folder.resolve("vosreves.db"));
    }

    private static Path play() {
        try {
            Path file = Files.createTempDirectory("vosreves").resolve("demo.db");
            Ran played = Ran.console(file, "demo");
            if (played.code() != 0) throw new AssertionError(played.err());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
