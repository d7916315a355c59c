package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void shows_the_class_one_learner_the_divergences_the_goals_and_a_sound_journal() {
        Ran demo = Ran.console(folder.resolve("d.db"), "demo");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.code()).isZero();
        assertThat(demo.out())
                .containsPattern("Emma Exemplaire +◕ +· +◔ +· +◔ +◕ +◕ +◕ +◕")
                .contains("auto-évaluation : 28/09/2026 ◔ En cours  →  14/05/2027 ◕ Acquis")
                .contains("- Emma Exemplaire, C2.3 : auto-évaluation ◔ En cours < enseignant ◕ Acquis")
                .contains("C3.1 → ◕ Acquis pour le 29/01/2027 : atteint")
                .contains("« transmet » n'est pas un niveau de l'échelle")
                .contains("refusé : Aucun élément « emma » (personne) que vous puissiez voir.")
                .contains("Le journal est intact")
                .doesNotContain("\u001b");
    }

    @Test
    void is_played_once_in_a_file_and_shown_again_the_second_time() {
        Path file = folder.resolve("d.db");
        Ran first = Ran.console(file, "demo");
        Ran second = Ran.console(file, "demo");

        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("Cette année a déjà été jouée");
        assertThat(after("La classe telle", second)).isEqualTo(after("La classe telle", first));
    }

    private static String after(String heading, Ran ran) {
        return ran.out().substring(ran.out().indexOf(heading));
    }

    @Test
    void leaves_a_file_with_other_content_alone() {
        Path file = folder.resolve("d.db");
        Ran.console(file, "init", "proviseure");

        Ran demo = Ran.console(file, "demo");

        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.complaints()).singleElement().asString().contains("contient autre chose");
    }

    @Test
    void speaks_english_on_request() {
        Ran demo = Ran.console(folder.resolve("d.db"), "demo", "--lang", "en");

        assertThat(demo.out()).contains("The class at the end of the year", "The journal is sound", "refused: ");
    }

    @Test
    void without_a_file_it_makes_a_temporary_one_and_says_where() {
        Ran demo = Ran.in(false, "demo");

        assertThat(demo.code()).isZero();
        assertThat(demo.out()).containsPattern("Tout est dans .*portfolio-demo-.*\\.db");
    }

    @Test
    void on_a_terminal_levels_keep_their_symbols_beside_the_colours() {
        Ran demo = Ran.in(true, "--db", folder.resolve("d.db").toString(), "demo");

        assertThat(demo.out()).contains("\u001b[48;5;").contains(" ◕ ").contains("│");
    }
}
