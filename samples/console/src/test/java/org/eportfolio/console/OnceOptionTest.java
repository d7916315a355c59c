package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H11 at the console: a command that is repeated under its key writes once. */
class OnceOptionTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void in_a_class_that_begins() throws IOException {
        file = ClassFile.in(folder);
    }

    private Ran run(String... args) {
        return Ran.console(file, args);
    }

    private Ran position(String because, String... more) {
        String[] command = {"position", "emma", "C3.1", "acquis", "--because", because, "--as", "prof"};
        String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return run(all);
    }

    private String published() {
        return run("dossier", "show", "emma", "--as", "prof").out();
    }

    @Test
    void a_repeated_command_answers_as_the_first_and_writes_once() {
        Ran first = position("Vu en TP.", "--once", "k1");
        assertThat(first.err()).isEmpty();
        Ran again = position("Vu en TP.", "--once", "k1");
        assertThat(again).isEqualTo(first);
        assertThat(published()).contains("1 évaluation");
        Ran document = position("Vu en TP.", "--once", "k1", "--json");
        assertThat(document.code()).as(document.err()).isZero();
        position("Vu en TP.");
        assertThat(published()).contains("2 évaluations");
    }

    @Test
    void the_same_key_with_another_line_is_refused() {
        position("Vu en TP.", "--once", "k1");
        Ran other = position("Vu ailleurs.", "--once", "k1");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.complaints()).singleElement().asString().contains("une nouvelle clé");
        assertThat(position("Vu ailleurs.", "--once", "k 2").complaints())
                .singleElement()
                .asString()
                .contains("ASCII visibles");
        assertThat(published()).contains("1 évaluation");
    }

    @Test
    void a_command_that_has_a_commit_of_its_own_takes_no_key() {
        for (Ran each : new Ran[] {
            run("privacy", "register", "--once", "k1"),
            run("init", "proviseure", "--once", "k1"),
            run("home", "emma", "--as", "emma", "--once", "k1")
        }) {
            assertThat(each.code()).isEqualTo(1);
            assertThat(each.complaints()).singleElement().asString().containsAnyOf("sans cette option", "sans clé");
        }
    }
}
