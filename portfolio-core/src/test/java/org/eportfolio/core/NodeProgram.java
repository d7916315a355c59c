package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of the tests that Node runs, with the packages that the {@code package.json} beside it names. A test that needs it is
 * skipped where npm or the registry is missing; with {@code CI=true} it fails there.
 */
public final class NodeProgram {
    private static final String ANSWER = "answer.txt";
    private static final String FAULTS = "faults.txt";

    private final String program;
    private final Path packages;

    private NodeProgram(String program, Path packages) {
        this.program = program;
        this.packages = packages;
    }

    /**
     * Makes a program ready.
     *
     * @param source the folder of the program and its {@code package.json}
     * @param filled names the system property with a folder that has the packages already; where it is not set, npm fills one
     * @param folder for what npm installs
     */
    public static NodeProgram in(Path source, String program, String filled, Path folder)
            throws IOException, InterruptedException {
        String there = System.getProperty(filled, "");
        Path packages = Files.createDirectories(there.isEmpty() ? folder.resolve("npm") : Path.of(there));
        for (String each : List.of("package.json", program)) {
            Files.write(packages.resolve(each), Files.readAllBytes(source.resolve(each)));
        }
        NodeProgram made = new NodeProgram(program, packages);
        boolean ready = !there.isEmpty() || made.installed();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(ready).as("npm install: " + made.read(FAULTS)).isTrue();
        }
        Assumptions.assumeTrue(ready, "SKIPPED: there is no npm, or no registry");
        return made;
    }

    /** Asks the registry again where it did not answer. */
    private boolean installed() throws InterruptedException {
        for (int tries = 0; tries < 3; tries++) {
            if (ran("npm", "install", "--no-audit", "--no-fund", "--silent")) return true;
        }
        return false;
    }

    /** Runs it over a folder, and gives back what it prints. */
    public String over(Path folder) throws IOException, InterruptedException {
        boolean done = ran("node", program, folder.toString());
        assertThat(done).as(program + ": " + read(FAULTS)).isTrue();
        return read(ANSWER);
    }

    private boolean ran(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(packages.toFile())
                    .redirectError(packages.resolve(FAULTS).toFile())
                    .redirectOutput(packages.resolve(ANSWER).toFile())
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private String read(String file) throws IOException {
        Path read = packages.resolve(file);
        return Files.exists(read) ? Files.readString(read) : "";
    }
}
