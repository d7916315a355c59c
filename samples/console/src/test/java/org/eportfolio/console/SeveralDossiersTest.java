package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner with two dossiers: no command chooses one of them by itself. */
class SeveralDossiersTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void opened() throws IOException {
        file = ClassFile.in(folder);
        for (String command : new String[] {
            "scale define paliers --level non=Non --level oui=Oui",
            "framework adopt mc-sno --scale paliers",
            "dossier open emma --adoption paliers"
        }) {
            assertThat(Ran.console(file, command.split(" ")).err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position emma C3.1 oui --because x --as prof",
                "production add emma Carte --text x --as emma",
                "goal set emma C3.1 oui --by 2090-01-01 --as emma",
                "project open emma Site --as emma",
                "export emma --format archive --out x.zip",
                "grant give tuteur tutor --learner emma"
            })
    void one_must_be_named_and_both_are(String command) {
        Ran ran = Ran.console(file, command.split(" "));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints())
                .singleElement()
                .asString()
                .contains("--adoption", "mc-sno@2020, four-steps", "mc-sno@2020, paliers");
    }

    @Test
    void a_positioning_stands_in_the_dossier_that_was_named() {
        assertThat(Ran.console(
                                file,
                                "position",
                                "emma",
                                "C3.1",
                                "acquis",
                                "--because",
                                "Vu.",
                                "--adoption",
                                "four-steps",
                                "--as",
                                "prof")
                        .out())
                .contains("Acquis");
        assertThat(Ran.console(
                                file,
                                "position",
                                "emma",
                                "C3.1",
                                "oui",
                                "--because",
                                "Vu.",
                                "--adoption",
                                "crcn",
                                "--as",
                                "prof")
                        .err())
                .contains("n'a pas de dossier sous crcn");
    }
}
