package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends OnOneFile {
    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    @Test
    void a_level_of_another_scale_names_the_levels_there_are() {
        assertThat(refused("position", "emma", "C3.1", "transmet", "--as", "m.durand", "--because", "Vu."))
                .isEqualTo("niveau : « transmet » n'est pas un niveau de l'échelle « Quatre paliers (exemple) » ;"
                        + " ses niveaux sont : decouverte, en-cours, acquis, maitrise");
    }

    @Test
    void an_unknown_code_and_a_missing_justification_are_refused() {
        assertThat(refused("position", "emma", "C9.9", "acquis", "--as", "m.durand", "--because", "Vu."))
                .contains("il n'y a pas de C9.9 dans le référentiel mc-sno@2020");
        assertThat(refused("position", "emma", "C3.1", "acquis", "--as", "m.durand"))
                .contains("demande une justification");
    }

    @Test
    void the_future_cannot_have_been_observed() {
        assertThat(refused(
                        "position",
                        "emma",
                        "C3.1",
                        "acquis",
                        "--as",
                        "m.durand",
                        "--because",
                        "Vu.",
                        "--observed-on",
                        "2040-01-01"))
                .contains("le 01/01/2040 est après le jour de saisie")
                .doesNotContain("2040-01-01");
    }

    @Test
    void an_unknown_cohort_or_learner_is_answered_with_those_there_are() {
        assertThat(refused("matrix", "Terminale")).endsWith("Il y a : CS SNO 2025, CS SNO 2026");
        assertThat(refused("progress", "nobody")).endsWith("chloe, emma, ines, lina, malo, sacha, tom, yanis");
        assertThat(refused("framework", "show", "nothing")).contains("mc-sno@2020", "transversal@igesr");
    }

    @Test
    void a_stranger_learns_nothing() {
        assertThat(refused("progress", "emma", "--as", "p.ailleurs")).doesNotContain("malo");
        assertThat(refused("dossier", "show", "emma", "--as", "malo")).doesNotContain("Exemplaire");
    }

    @Test
    void a_role_that_is_not_held_is_refused() {
        assertThat(refused("matrix", "CS SNO 2026", "--as", "m.durand", "--role", "tuteur"))
                .contains("vous avez : enseignant");
    }

    @Test
    void a_file_of_something_else_is_not_touched() throws IOException {
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "Ceci n'est pas un portfolio. ".repeat(100));
        String before = Files.readString(foreign);

        for (String command : new String[] {"init;me", "demo", "journal;verify", "generate;--learners;10"}) {
            Ran ran = Ran.console(foreign, command.split(";"));
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.complaints()).singleElement().asString().contains("n'est pas un portfolio");
        }
        assertThat(foreign).hasContent(before);
    }

    @Test
    void reading_a_file_that_is_not_there_says_how_to_begin_and_makes_none() {
        Path missing = folder.resolve("missing.db");
        for (String command : new String[] {"matrix;A", "progress;emma", "journal;verify", "roster;import;x.csv"}) {
            Ran ran = Ran.console(missing, command.split(";"));
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.complaints()).singleElement().asString().contains("init ADMIN");
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Ran ran = Ran.console(folder.resolve("no/where.db"), "init", "me");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "framework",
                "nothing",
                "init",
                "init;a;b",
                "matrix;A;--as-of;tomorrow",
                "matrix;A;--lang;de",
                "matrix;A;--role;king",
                "position;emma",
                "generate",
                "generate;--learners;many",
                "generate;--learners;0",
                "generate;--learners;1;--json",
                "dossier;open",
                "journal;verify;--wrong",
                "journal;verify;--db;a;--db;b"
            })
    void wrong_usage_is_two_and_one_line(String command) {
        Ran ran = Ran.in(
                false,
                Stream.of(command.split(";")).filter(each -> !each.isEmpty()).toArray(String[]::new));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints()).singleElement().asString().contains("--help");
    }

    @ParameterizedTest
    @CsvSource({
        "progres emma, progres, progress",
        "postion emma C3.1 acquis, postion, position",
        "mtrix --cohort class, mtrix, matrix",
        "class entre C3.1, entre, enter",
        "framework adpot, adpot, adopt"
    })
    void a_mistyped_command_is_answered_with_those_near_it(String command, String typed, String meant) {
        Ran ran = Ran.in(false, command.split(" "));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints())
                .singleElement()
                .asString()
                .contains("Il n'y a pas de commande « " + typed + " »", meant)
                .doesNotContain("Argument");
    }

    @Test
    void a_trace_is_shown_with_debug_only() {
        assertThat(Ran.console(file, "matrix", "X", "--debug").err()).contains("at org.eportfolio.console");
        assertThat(Ran.console(file, "matrix", "X").err()).doesNotContain("at org");
    }
}
