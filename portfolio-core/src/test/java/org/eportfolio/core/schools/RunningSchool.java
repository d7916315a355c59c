package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.schools.SchoolProcess.DONE;
import static org.eportfolio.core.schools.SchoolProcess.REFUSED;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A {@link SchoolProcess} that runs, as the test that talks with it sees it. */
final class RunningSchool implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final Path errors;

    private RunningSchool(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** A fresh database on the tests' server, by its URL. */
    static String database() throws SQLException {
        String name = "builds" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection connection = TestServer.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return TestServer.url().replaceAll("/postgres$", "/" + name);
    }

    static RunningSchool start(String classPath, String url, String school, Path folder) throws IOException {
        Path errors = Files.createTempFile(folder, "errors", "");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        SchoolProcess.class.getName(),
                        url,
                        school)
                .redirectError(errors.toFile())
                .start();
        return new RunningSchool(process, errors);
    }

    /** Without waiting for the answer. */
    void says(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    String answer(String line) {
        try {
            says(line);
            String answer = out.readLine();
            while (answer != null && !answer.startsWith(DONE) && !answer.startsWith(REFUSED)) answer = out.readLine();
            assertThat(answer).as("%s: %s", line, Files.readString(errors)).isNotNull();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String does(String line) {
        String answer = answer(line);
        assertThat(answer).as(line).startsWith(DONE);
        return answer.substring(DONE.length());
    }

    String isRefused(String line) {
        String answer = answer(line);
        assertThat(answer).as(line).startsWith(REFUSED);
        return answer.substring(REFUSED.length());
    }

    /** Kills it, at once. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
