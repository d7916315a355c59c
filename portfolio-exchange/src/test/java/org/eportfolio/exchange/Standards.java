package org.eportfolio.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Official schemas and real documents of others, which the project does not hold. */
public final class Standards {
    private static final String FOLDER = System.getProperty("portfolio.shared", "../../shared");

    private Standards() {}

    /** A file of theirs; where it is not there, the test skips and says so. */
    public static Path file(String name) {
        Path file = Path.of(FOLDER, "standards", name).toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(file), () -> "SKIPPED: there is no " + name + " beside the project");
        return file;
    }
}
