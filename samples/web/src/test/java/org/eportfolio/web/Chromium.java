package org.eportfolio.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser without a window. Nothing of it needs a network. */
record Chromium(Path program, Path folder) {
    /** Of those who prefer light pages, and dark ones. */
    static final String LIGHT = "1";

    static final String DARK = "0";

    /** The browser of this machine; without one the test is skipped, but with {@code CI=true} it fails. */
    static Chromium orSkip(Path folder) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(each -> Path.of(each, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        boolean needed = "true".equals(System.getenv("CI"));
        Assumptions.assumeTrue(found.isPresent() || needed, "there is no Chromium here");
        return new Chromium(found.orElseThrow(() -> new AssertionError("there is no Chromium here")), folder);
    }

    /** The page as it is once its scripts have run. */
    String dom(Path page, String scheme) throws Exception {
        Path answer = folder.resolve("answer.txt");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--allow-file-access-from-files",
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=60000",
                        "--window-size=1280,1000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser does not end");
        }
        return Files.readString(answer);
    }
}
