package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void speaks_utf_8_in_a_posix_locale_and_leaves_a_pipe_without_colours() throws Exception {
        Path file = DemoFile.in(folder);

        Ran matrix = run("matrix", "CS SNO 2026", "--as", "m.durand", "--db", file.toString());

        assertThat(matrix.code()).isZero();
        assertThat(matrix.out()).contains("Inès Inventée", "◔", "Maîtrise").doesNotContain("\u001b");
        assertThat(matrix.err()).isEmpty();
    }

    @Test
    void exits_with_one_when_refused_and_two_on_wrong_usage() throws Exception {
        Ran refused = run("matrix", "A", "--db", folder.resolve("none.db").toString());
        Ran wrong = run("matrix");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Il n'y a pas de portfolio");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("Il manque : COHORT");
    }

    @Test
    void help_and_complaints_about_words_have_their_accents_whatever_the_machine_writes_in() throws Exception {
        assertThat(run("--lang", "fr", "--help").out()).contains("dossier numérique", "référentiels");
        assertThat(run("--lang", "fr", "matrix").err())
                .contains("matrix --help")
                .doesNotContain("?");
    }

    private Ran run(String... args) throws IOException, InterruptedException {
        Path errors = folder.resolve("stderr");
        Process process = Child.start(Map.of("LC_ALL", "POSIX"), errors, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(errors));
    }
}
