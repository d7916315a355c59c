package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed for a text is kept as it was typed. */
class TextArgumentsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"@malo", "@@malo", "-hors sujet", "--hors sujet", "-", "-3", "-h", "--json", "=x", ""})
    void an_attached_text_may_begin_with_anything(String text) throws IOException {
        Path file = ClassFile.in(folder);
        Ran kept = Ran.console(
                file,
                ("watch log emma Source --reliability reliable --synthesis x --as emma --because=" + text)
                        .split(" ", 11));
        Ran shown = Ran.console(file, "watch", "show", "emma", "--as", "emma", "--json");

        if (text.isEmpty()) assertThat(kept.err()).doesNotContain("--because");
        else {
            assertThat(kept.err()).isEmpty();
            assertThat(shown.out()).contains("\"" + text + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@malo", "-hors sujet", "--hors sujet", "-3"})
    void so_may_a_text_of_its_own(String text) throws IOException {
        Path file = ClassFile.in(folder);
        Ran given =
                Ran.console(file, "position", "emma", "C3.1", "acquis", "--because", text, "--as", "prof", "--json");

        assertThat(given.err()).isEmpty();
        assertThat(given.out()).contains("\"because\" : \"" + text + "\"");
    }

    @Test
    void the_words_of_a_file_that_a_text_names_stay_where_they_are() throws IOException {
        Path file = ClassFile.in(folder);
        Path secret = Files.writeString(folder.resolve("malo"), "what only malo knows");
        List<String> texts = List.of("@" + secret, "@" + secret.getFileName());

        for (String text : texts) {
            Ran option = Ran.console(
                    file, "position", "emma", "C3.1", "acquis", "--because", text, "--as", "prof", "--json");
            Ran parameter = Ran.console(file, "production", "add", "emma", text, "--as", "emma", "--json");
            assertThat(option.out()).contains(text).doesNotContain("only malo");
            assertThat(parameter.out()).contains(text).doesNotContain("only malo");
            assertThat(Ran.console(file, text).err()).doesNotContain("only malo");
            assertThat(Ran.console(file, "demo", text).err()).doesNotContain("only malo");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--because,'L''option --because attend une valeur'",
        "--because=--,'L''option --because attend une valeur'",
        "--because --json,'L''option --because attend une valeur'",
        "--observed-on,'L''option --observed-on attend une valeur'",
        "--observed-on --because=x,'L''option --observed-on attend une valeur'"
    })
    void an_option_that_was_given_is_not_said_to_be_missing(String options, String reason) {
        Ran ran = Ran.in(false, ("position emma C3.1 acquis " + options).split(" "));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints()).singleElement().asString().contains(reason).doesNotContain("Il manque");
    }

    @Test
    void a_mistyped_option_is_not_taken_for_a_text() {
        Ran ran = Ran.in(false, "position", "emma", "C3.1", "acquis", "--becuase", "x");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints()).singleElement().asString().contains("--becuase");
    }
}
