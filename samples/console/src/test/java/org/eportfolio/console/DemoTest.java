package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void tells_each_concept_of_the_year_in_a_line() {
        assertThat(Ran.console(folder.resolve("d.db"), "demo").out())
                .containsSubsequence(
                        "02/09  Marc veut publier un brouillon. Refusé : ni compétence, ni condition",
                        "publie les 5 missions prêtes",
                        "adapte le parcours de Tom — « Il n'a pas vu",
                        "Emma rend sa mission",
                        "explique comment elle s'y est prise",
                        "veut enregistrer son explication. Refusé : sans autorisation",
                        "avec l'autorisation de sa mère",
                        "Marc dit la mission terminée",
                        "2 relectures de pairs",
                        "l'accord de l'entretien, qui devient son objectif : C2.3, ◕ Acquis",
                        "le bilan avec le tuteur",
                        "Inès fait à trois",
                        "partage une vitrine par un lien",
                        "retire le lien (lectures : 1)",
                        "scelle son dossier pour le jury",
                        "vérifie le fichier scellé : intact",
                        "le CS SNO, successeur de la MC SNO ; prévision : 62 évaluations",
                        "autres gestes",
                        "La classe en fin d'année",
                        "Une année en détail",
                        "Là où les regards diffèrent",
                        "Le journal est intact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void is_read_in_less_than_two_minutes(String language) {
        String out = Ran.console(folder.resolve("d.db"), "demo", "--lang", language).out();

        assertThat(out.split("\\s+").length).isBetween(350, 459);
        assertThat(out.lines().count()).isLessThan(62);
        assertThat(out.lines()).allMatch(line -> line.contains("--db") || line.length() <= 120);
    }

    @Test
    void shows_what_the_readme_shows() throws IOException {
        String out = Ran.console(folder.resolve("d.db"), "demo").out();
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        String picture = readme.split("```\n")[1];

        assertThat(picture.lines())
                .hasSizeGreaterThan(9)
                .allMatch(line -> out.lines().anyMatch(line::equals));
    }

    @Test
    void tells_every_act_on_request() {
        String out = Ran.console(folder.resolve("d.db"), "demo", "--all").out();

        assertThat(out)
                .containsSubsequence(
                        "Septembre 2026",
                        "veut publier un brouillon",
                        "ne nomme aucune compétence",
                        "aucune condition de réalisation",
                        "aucune production attendue",
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
    void tells_the_same_each_time() {
        String first = year(Ran.console(folder.resolve("1.db"), "demo", "--all").out());
        String second = year(Ran.console(folder.resolve("2.db"), "demo", "--all").out());

        assertThat(second).isEqualTo(first);
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

        assertThat(demo.out()).contains("The class at the end of the year", "The journal is sound", "Refused: ");
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
