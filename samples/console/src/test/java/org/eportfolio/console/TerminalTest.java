package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.console.terminal.PrintableText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that somebody wrote can steer the terminal of somebody else. */
class TerminalTest {
    private static final String STEERING = "Emma\u202Egnp.exe\u2066\u200B\uFEFF";

    @TempDir
    Path folder;

    @Test
    void controls_and_invisible_characters_are_replaced() {
        assertThat(PrintableText.of("a\u001b[2J\u0007\u009b31m\u202Eb\u2028c\td\ne"))
                .isEqualTo("a\uFFFD[2J\uFFFD\uFFFD31m\uFFFDb\uFFFDc d e");
        assertThat(PrintableText.of("Zoé ○◔◕● 日本 می\u200Cخواهم")).isEqualTo("Zoé ○◔◕● 日本 می\u200Cخواهم");
    }

    @Test
    void width_is_what_the_eye_sees() {
        assertThat(PrintableText.width("○◔◕●·–")).isEqualTo(6);
        assertThat(PrintableText.width("Zoe\u0301")).isEqualTo(3);
        assertThat(PrintableText.width("日本")).isEqualTo(4);
    }

    @Test
    void a_name_that_turns_the_line_reaches_neither_table_nor_json() throws IOException {
        Path file = folder.resolve("x.db");
        Path csv = Files.writeString(
                folder.resolve("x.csv"),
                "person,name,role,cohort\nemma," + STEERING + ",learner,A\nprof,Prof,teacher,A\n");
        Ran.console(file, "init", "head");
        Ran.console(file, "framework", "adopt", "mc-sno", "--scale", "four-steps");
        assertThat(Ran.console(file, "roster", "import", csv.toString()).code()).isZero();
        Ran.console(file, "dossier", "open", "emma");

        Ran matrix = Ran.console(file, "matrix", "A", "--as", "prof");
        Ran json = Ran.console(file, "matrix", "A", "--as", "prof", "--json");

        assertThat(matrix.out()).contains("Emma\uFFFDgnp.exe").doesNotContain("\u202E", "\u2066", "\u200B");
        assertThat(json.out())
                .contains("Emma\\u202egnp.exe\\u2066\\u200b\\ufeff")
                .doesNotContain("\u202E");
        assertThat(json.documents()).isEqualTo(1);
    }

    @Test
    void what_is_typed_is_not_echoed_raw_either() {
        Ran unknown = Ran.console(folder.resolve("x.db"), "\u001b[31mred");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).doesNotContain("\u001b");
    }
}
