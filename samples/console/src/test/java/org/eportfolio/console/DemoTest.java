package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void shows_the_class_one_learner_the_divergences_and_a_sound_journal() {
        Ran demo = Ran.console(folder.resolve("d.db"), "demo");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.code()).isZero();
        assertThat(demo.out())
                .containsPattern("Emma Exemplaire +◕ +· +◔ +· +◔ +◕ +◕ +◕ +◕")
                .contains("auto-évaluation : 28/09/2026 ◔ En cours  →  14/05/2027 ◕ Acquis")
                .contains("- Emma Exemplaire, C2.3 : auto-évaluation ◔ En cours < enseignant ◕ Acquis")
                .contains("- Malo Modèle, C2.1 : tuteur ◕ Acquis < enseignant ● Maîtrise")
                .contains("Le journal est intact")
                .doesNotContain("\u001b");
    }

    @Test
    void tells_a_year_in_which_each_concept_is_lived() {
        String out = Ran.console(folder.resolve("d.db"), "demo").out();

        assertThat(out)
                .containsSubsequence(
                        "Septembre 2026",
                        "veut publier un brouillon",
                        "refusé : vr-1-m2",
                        "publie les 5 autres",
                        "laisse de côté C1.2, C2.2, C3.3",
                        "la mission que la bibliothèque propose. Pourquoi ? Personne n'a encore rien dit de C1.1",
                        "Claire adapte le parcours de Tom",
                        "Emma commence une mission",
                        "Emma explique comment elle s'y est prise",
                        "Marc rend la mission à reprendre",
                        "Lina veut garder ses explications à l'oral",
                        "refusé : Rien n'a été conservé",
                        "Mme Fictive donne l'autorisation",
                        "Lina garde ses explications à l'oral",
                        "refusé : Ces réalisations sont confidentielles",
                        "Emma rend compte de sa mission",
                        "Marc dit la mission terminée",
                        "tire au sort 16 relectures",
                        "retient une relecture adressée à Tom",
                        "Emma reçoit 2 relectures, sans nom : « Le dessin dit tout. »",
                        "Lina est majeure, et confirme elle-même",
                        "prépare l'entretien de Yanis",
                        "l'accord devient son objectif, C2.3 : ◕ Acquis pour le 28/05/2027",
                        "Hugo (tuteur) répond par son lien",
                        "fait le bilan avec le tuteur et Malo",
                        "Inès fait à trois « Guide d'accueil",
                        "Tom lit un rappel, à lui seul",
                        "Emma compose une vitrine",
                        "retire le lien (lectures : 1)",
                        "refusé : Ce lien n'ouvre rien",
                        "n'entend plus Lina (autorisation retirée) ; reste la transcription",
                        "Emma scelle ce qu'elle a choisi pour le jury : 2 pièces",
                        "intact. Un octet changé",
                        "refusé : Aucun élément « emma » (personne) que vous puissiez voir.",
                        "« transmet » n'est pas un niveau de l'échelle",
                        "62 évaluations code pour code, 0 sans successeur")
                .doesNotContain("On dirait un dessin de bébé.");
    }

    @Test
    void is_read_in_a_few_minutes_and_tells_the_same_each_time() {
        String first = year(Ran.console(folder.resolve("1.db"), "demo").out());
        String second = year(Ran.console(folder.resolve("2.db"), "demo").out());

        assertThat(second).isEqualTo(first);
        assertThat(first.lines().count()).isBetween(80L, 110L);
        assertThat(first.split("\\s+").length).isLessThan(1_300);
    }

    private static String year(String out) {
        return out.substring(out.indexOf("Septembre"), out.indexOf("La classe en fin d'année"));
    }

    @Test
    void is_played_once_in_a_file_and_shown_again_the_second_time() {
        Path file = folder.resolve("d.db");
        Ran first = Ran.console(file, "demo");
        Ran second = Ran.console(file, "demo");

        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("Cette année a déjà été jouée");
        assertThat(after("La classe en fin", second)).isEqualTo(after("La classe en fin", first));
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
