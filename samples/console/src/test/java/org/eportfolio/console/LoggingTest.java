package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("what is written to the error stream of the whole process is read")
class LoggingTest {
    @TempDir
    Path folder;

    @Test
    void a_warning_is_one_line_on_stderr_that_steers_no_terminal() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LoggerFactory.getLogger("org.example")
                    .warn("été\u001b[2J {}\n{}", 1, 2, new IOException("what emma wrote"));
            LoggerFactory.getLogger("org.example").info("not said");
        } finally {
            System.setErr(before);
        }

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("WARN été\uFFFD[2J 1 2 (java.io.IOException)");
    }

    @Test
    void debug_says_which_command_ran_and_where_it_failed_but_no_personal_text() throws Exception {
        Path file = ClassFile.in(folder);
        Ran done = child(
                classPath(),
                "position",
                "emma",
                "C3.1",
                "acquis",
                "--because",
                "secret",
                "--as",
                "prof",
                "--debug",
                "--db",
                file.toString());
        Ran denied = child(
                classPath(),
                "position",
                "emma",
                "C9.9",
                "acquis",
                "--because",
                "secret",
                "--as",
                "prof",
                "--debug",
                "--db",
                file.toString());

        assertThat(done.complaints())
                .allSatisfy(line -> assertThat(line).startsWith("DEBUG "))
                .anySatisfy(line -> assertThat(line).matches("DEBUG portfolio position: \\d+ ms"));
        assertThat(done.err()).doesNotContain("secret", "emma", "Emma");
        assertThat(denied.complaints()).anySatisfy(line -> assertThat(line).startsWith("at org.eportfolio."));
        assertThat(denied.err()).doesNotContain("secret", "emma", "Emma");
    }

    @Test
    void a_logback_xml_beside_the_jar_goes_before() throws Exception {
        Path file = ClassFile.in(folder);
        Path jar = folder.resolve("portfolio.jar");
        Path log = folder.resolve("own.log");
        jar(jar);
        Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="own" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>own %%level %%msg%%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="own"/></root>
                </configuration>
                """.formatted(log));

        Ran ran = child(jar.toString(), "cohort", "list", "--debug", "--db", file.toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("CS SNO");
        assertThat(log).content().contains("own DEBUG portfolio cohort list: ");
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** A jar that leads to the classes of this test. */
    private static void jar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(classPath().split(File.pathSeparator))
                                .map(each -> Path.of(each).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private Ran child(String classPath, String... args) throws IOException, InterruptedException {
        Path errors = folder.resolve("stderr");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath,
                                "org.eportfolio.console.Main"),
                        Stream.of(args))
                .toList();
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(errors));
    }
}
