package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portfolio that is not there yet, as one who mistypes its name meets it. */
class NewPortfolioTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path mistyped = Path.of("");

    @BeforeEach
    void exported() throws IOException {
        file = ClassFile.in(folder);
        mistyped = Files.createDirectory(folder.resolve("ailleurs")).resolve("ecole.db");
        export("emma.zip", "emma");
        export("tout.zip", "--all");
        Files.writeString(folder.resolve("bruit.bin"), "?");
    }

    private void export(String name, String what) {
        String zip = folder.resolve(name).toString();
        assertThat(Ran.console(file, "export", what, "--format", "archive", "--out", zip)
                        .err())
                .isEmpty();
    }

    private boolean nothingLeft() throws IOException {
        try (Stream<Path> there = Files.list(mistyped.getParent())) {
            return there.findAny().isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import tout.zip --dry-run",
                "import emma.zip",
                "import emma.zip --dry-run",
                "import emma.zip --restore --because x",
                "import bruit.bin",
                "position emma C3.1 acquis --because x",
                "progress emma"
            })
    void a_command_that_wrote_nothing_leaves_no_file(String command) throws IOException {
        String line = command.replace("import ", "import " + folder + "/");
        Ran ran = Ran.console(mistyped, line.split(" "));

        assertThat(nothingLeft()).as(ran.out() + ran.err()).isTrue();
        String backup = folder.resolve("copie.db").toString();
        Ran.console(file, "backup", backup);
        assertThat(Ran.console(mistyped, "restore", backup).err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import emma.zip", "import emma.zip --dry-run", "import emma.zip --restore --because x"})
    void an_import_that_needs_an_administrator_says_how_there_comes_to_be_one(String command) {
        Ran ran = Ran.console(
                mistyped, command.replace("import ", "import " + folder + "/").split(" "));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints())
                .singleElement()
                .asString()
                .contains("Il n'y a pas de portfolio", "portfolio --db " + mistyped + " init ADMIN");
    }

    @Test
    void the_archive_of_a_whole_school_makes_the_file() {
        assertThat(Ran.console(mistyped, "import", folder.resolve("tout.zip").toString())
                        .err())
                .isEmpty();
        Ran.console(mistyped, "access", "open", "emma", "--because", "Reprise du dossier", "--hours", "1");
        assertThat(Ran.console(mistyped, "progress", "emma").err()).isEmpty();
    }

    @Test
    void a_target_that_is_there_or_has_no_folder_is_named_as_what_it_is() throws IOException {
        String there = folder.resolve("emma.zip").toString();
        assertThat(export(there)).contains("il y a déjà quelque chose à").doesNotContain("version qui succède");

        Path missing = folder.resolve("nulle-part");
        assertThat(export(missing.resolve("emma.zip").toString()))
                .isEqualTo("Le répertoire " + missing + " n'existe pas : créez-le d'abord.");
        assertThat(Ran.console(file, "export", "emma", "--all", "--format", "archive", "--out", "x")
                        .err())
                .contains("Un seul à la fois : emma, --all")
                .doesNotContain("Il manque");
    }

    private String export(String to) {
        return Ran.console(file, "export", "emma", "--format", "archive", "--out", to)
                .complaints()
                .get(0);
    }
}
