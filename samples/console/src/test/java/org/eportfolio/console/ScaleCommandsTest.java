package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scales that a school defines, and where they lie until a framework is adopted with them. */
class ScaleCommandsTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path scales = Path.of("");

    @BeforeEach
    void begun() throws IOException {
        file = ClassFile.in(folder);
        scales = file.resolveSibling(file.getFileName() + ".scales");
    }

    private Ran ran(String command) {
        return Ran.console(file, command.split(" "));
    }

    private void done(String command) {
        Ran ran = ran(command);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void only_those_who_may_adopt_define_a_scale() {
        for (String person : new String[] {"emma", "prof"}) {
            Ran ran = ran("scale define paliers --level non=Non --level oui=Oui --as " + person);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.complaints()).singleElement().asString().contains("adopter un référentiel");
        }
        assertThat(scales).doesNotExist();
        done("scale define paliers --level non=Non --level oui=Oui");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_was_defined_is_its_owners_alone() throws IOException {
        done("scale define paliers --level non=Non --level oui=Oui");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scales)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scales.resolve("paliers.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_file_is_named_and_blocks_no_other_scale() throws IOException {
        done("scale define paliers --level non=Non --level oui=Oui");
        Path damaged = Files.writeString(scales.resolve("abimee.json"), "{");

        Ran listed = ran("scale list");
        assertThat(listed.out()).contains("paliers", "four-steps");
        assertThat(listed.complaints()).singleElement().asString().contains(damaged.toString());
        assertThat(ran("framework adopt mc-sno --scale abimee").err()).contains(damaged.toString());
        assertThat(ran("scale define abimee --level non=Non --level oui=Oui").err())
                .contains(damaged.toString());
        done("framework adopt mc-sno --scale paliers");
    }

    @Test
    void the_portfolio_holds_a_scale_from_its_adoption_on() throws IOException {
        done("scale define un --level non=Non --level oui=Oui");
        done("scale define deux --level non=Non --level oui=Oui");
        done("framework adopt mc-sno --scale un");

        try (Stream<Path> left = Files.list(scales)) {
            assertThat(left).containsExactly(scales.resolve("deux.json"));
        }
        done("year begin CS --framework mc-sno --scale deux");
        assertThat(scales).doesNotExist();
        assertThat(ran("scale list").out()).contains("un  un", "deux  deux");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, 'Il manque : --level'",
        "'--level a=A', 1, 'une échelle a de 2 à 8 niveaux, pas 1'",
        "'--level a=A --level b=B --symbol x', 2, 'autant de symboles'",
        "'--level a=A --level b=B --colour #000000', 2, 'autant de symboles'",
        "'--level a=A --level b', 2, 'ID=NOM'",
        "'--level a=A --level b=a', 1, 'Deux niveaux portent le nom « a »'"
    })
    void a_wrong_scale_is_refused_with_the_rule(String levels, int code, String rule) {
        Ran ran = ran(("scale define paliers " + levels).strip());

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.complaints()).singleElement().asString().contains(rule).doesNotContain("commande, parmi");
        if (code == 2) assertThat(ran.err()).contains("portfolio scale define --help");
    }

    @Test
    void the_id_of_a_scale_is_not_called_a_level() {
        Ran ran = Ran.console(file, "scale", "define", "Ma Grille", "--level", "a=A", "--level", "b=B");

        assertThat(ran.complaints())
                .singleElement()
                .asString()
                .contains("échelle : « Ma Grille » ne nomme pas une échelle")
                .doesNotContain("niveau");
    }
}
