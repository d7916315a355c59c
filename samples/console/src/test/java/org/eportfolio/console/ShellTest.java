package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of many commands, its lines from a pipe. */
class ShellTest {
    @TempDir
    Path folder;

    @Test
    void many_commands_run_in_one_session_and_a_wrong_line_does_not_end_it() throws Exception {
        Path file = ClassFile.in(folder);

        Ran ran = shell(file, """
                # a remark
                cohort list
                progress nobody
                nothing
                position emma C3.1
                as prof
                class enter C3.1 "En cours" --because "l'oral du \\"12 mars\\"" --except malo=acquis
                class undo --because l'élève
                matrix "CS SNO" --lang en
                exit
                cohort list
                """);

        assertThat(ran.out())
                .containsOnlyOnce("CS SNO\n")
                .contains("3 élèves de CS SNO sont positionnés sur C3.1.")
                .contains("Retiré pour 3 élèves")
                .contains("CS SNO, on ");
        assertThat(ran.complaints())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("Il manque : LEVEL"));
        assertThat(ran.code()).as("the worst that came of a line").isEqualTo(2);
        assertThat(Ran.console(file, "progress", "emma", "--as", "prof").out())
                .contains("l'oral du \"12 mars\"", "corrigé : « l'élève »");
    }

    @Test
    void a_line_whose_quote_does_not_end_does_nothing() throws Exception {
        Path file = ClassFile.in(folder);

        Ran ran = shell(file, "position emma C3.1 acquis --because \"vu --as prof\ncohort list\nshell\n");

        assertThat(ran.complaints())
                .containsExactly("Il manque un guillemet : rien n'a été fait.", "Vous êtes déjà dans une session.");
        assertThat(ran.out()).isEqualTo("CS SNO\n");
    }

    @Test
    void a_line_that_would_be_kept_otherwise_than_it_was_meant_does_nothing() throws Exception {
        Path file = ClassFile.in(folder);

        Ran ran = shell(
                file,
                ("""
                        position emma C3.1 acquis --as prof --because "le "bon" choix"
                        position emma C3.1 acquis --as prof --because 'l'oral'
                        position emma C3.1 acquis --as prof --because "\u00e9t\u00e9"
                        class enter C3.1 acquis --as prof --because Vu. --except "Malo Modèle"=en-cours
                        """).getBytes(StandardCharsets.UTF_8),
                "position emma C3.1 acquis --as prof --because été\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ran.complaints())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("pas en UTF-8"))
                .anySatisfy(line -> assertThat(line).contains("guillemet ferme"));
        assertThat(ran.out()).contains("3 élèves", "En cours  Malo Modèle");
        assertThat(Ran.console(file, "progress", "emma", "--as", "prof").out())
                .contains("« Vu. »", "« été »")
                .doesNotContain("bon", "oral", "\uFFFD");
    }

    @Test
    void nothing_that_was_typed_reaches_a_file_but_the_portfolio() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path work = Files.createDirectory(folder.resolve("work"));
        Path file = ClassFile.in(work);

        shell(file, "position emma C3.1 acquis --because motsecret --as prof --debug\nprogress motsecret\n");

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).toList())
                    .allSatisfy(each -> assertThat(each.getParent()).isIn(work, folder))
                    .noneSatisfy(each -> assertThat(each.getParent()).isEqualTo(home));
        }
        assertThat(folder.resolve("stderr"))
                .content()
                .containsOnlyOnce("motsecret")
                .contains("« motsecret »");
    }

    @Test
    void a_completion_script_is_printed_for_bash_and_zsh() {
        Ran bash = Ran.in(false, "--completion", "bash");
        Ran zsh = Ran.in(false, "--completion=zsh");

        assertThat(bash.code()).isZero();
        assertThat(bash.out()).contains("complete -F _complete_portfolio", "--cohort", "class", "bashcompinit");
        assertThat(zsh.out()).contains("bashcompinit");
        Ran fish = Ran.in(false, "--completion", "fish");
        assertThat(fish.code()).isEqualTo(2);
        assertThat(fish.complaints())
                .singleElement()
                .asString()
                .contains("--completion : « fish » n'est pas parmi bash, zsh");
    }

    private Ran shell(Path file, String lines) throws IOException, InterruptedException {
        return shell(file, lines.getBytes(StandardCharsets.UTF_8));
    }

    private Ran shell(Path file, byte[]... lines) throws IOException, InterruptedException {
        Path errors = folder.resolve("stderr");
        Process process = Child.start(
                Map.of("HOME", folder.resolve("home").toString()), errors, "shell", "--db", file.toString());
        try (OutputStream typed = process.getOutputStream()) {
            for (byte[] each : lines) typed.write(each);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(errors));
    }
}
