package org.eportfolio.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar of the web sample, started as the README says, over a demonstration of its own. */
final class School implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final Path JAR = Path.of(System.getProperty("school.jar", "../web/target/school.jar"));

    private final Process process;
    private final String address;

    private School(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static School started(Path folder) {
        return started(folder, "--demo", "--server.port=0", "--portfolio.path=" + folder.resolve("demo.db"));
    }

    /** With other arguments, over what stands in that folder. */
    static School started(Path folder, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    JAR.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            return new School(process, address(process, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once pages are served, the address stands in the first line. */
    private static String address(Process process, Path folder) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) return address.group();
        }
        throw new IllegalStateException("it did not start: " + Files.readString(folder.resolve("errors.txt")));
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
