package org.eportfolio.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Official schemas and real documents of others, which the project does not hold. */
public final class Standards {
    private static final String FOLDER = System.getProperty("portfolio.shared", "../../../shared");

    private Standards() {}

    /** The real CASE packages that are there; none where the folder is not. */
    public static List<byte[]> packages() throws IOException {
        Path folder = Path.of(FOLDER, "standards", "case");
        List<byte[]> packages = new ArrayList<>();
        if (!Files.isDirectory(folder)) return packages;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "opensalt-*.json")) {
            for (Path each : files) packages.add(Files.readAllBytes(each));
        }
        return packages;
    }

    /** A file of theirs; where it is not there, the test skips and says so. */
    public static Path file(String name) {
        Path file = Path.of(FOLDER, "standards", name).toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(file), () -> "SKIPPED: there is no " + name + " beside the project");
        return file;
    }
}
