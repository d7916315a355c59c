package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The learner's ten minutes, the teacher's queue, the beginning of the next year, in the demonstration's school. */
class WeekTest extends OnOneFile {
    private static final String HEADER = "person,name,role,cohort\n";

    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    private String roster(String lines) throws IOException {
        return Files.writeString(folder.resolve("classe.csv"), HEADER + lines).toString();
    }

    @Test
    void a_learner_reads_what_is_new_until_it_was_seen() {
        assertThat(done("home", "emma"))
                .contains("28/05/2027  Claire Référence    C3.3 : Acquis")
                .contains("* C1.1")
                .contains("auto-évaluation : · rien encore  →  ◕ Acquis")
                .contains("Rien encore sur : C1.2, C2.1");
        done("home", "emma", "--seen");
        assertThat(done("home", "emma"))
                .contains("Rien de nouveau depuis le 21/06/2027.")
                .doesNotContain("→");
        assertThat(done("home", "emma", "--since", "2027-06-01", "--lang", "en"))
                .contains("2027-06-11  Marc Durand-Fictif  C2.3: Acquis")
                .contains("* C2.3");
    }

    @Test
    void a_draft_waits_for_its_learner_alone() {
        assertThat(done("home", "lina")).contains("Brouillons à reprendre", "auto-évaluation : C");
        assertThat(refused("home", "lina", "--as", "m.durand")).contains("il faut l'un de : apprenant");
        assertThat(refused("home", "lina", "--as", "malo")).contains("Il n'y a pas d'apprenant « lina »");
    }

    @Test
    void a_teacher_reads_who_waits_and_who_left_no_trace_in_no_order_of_merit() {
        assertThat(done("queue", "CS SNO 2026", "--as", "m.durand", "--weeks", "6"))
                .contains("08/01/2027  Emma Exemplaire      réalisation")
                .containsSubsequence(
                        "Sans trace depuis 6 semaines",
                        "Chloé Démonstration : dernière trace le 12/02/2027",
                        "Inès Inventée : dernière trace le 09/04/2027",
                        "Lina Fictive : dernière trace le 01/02/2027",
                        "Yanis Imaginaire : dernière trace le 09/04/2027");
        done("queue", "CS SNO 2026", "--as", "m.durand", "--seen");
        assertThat(done("queue", "CS SNO 2026", "--as", "m.durand")).doesNotContain("Réalisations");
        assertThat(refused("queue", "CS SNO 2026")).contains("ouvrir la file d'une cohorte");
        assertThat(refused("queue", "CS SNO 2026", "--as", "m.durand", "--weeks", "0"))
                .contains("1 à 52 semaines");
    }

    @Test
    void a_year_is_told_before_it_is_begun_and_again_changes_nothing() throws IOException {
        String list = roster("zoe,Zoé Inventée,learner,CS SNO 2027\nlina,Lina Fictive,learner,CS SNO 2027\n"
                + "m.durand,Marc Durand-Fictif,référent,CS SNO 2027\nautre,Autre,learner,CAP\n");
        String[] begin = {
            "year",
            "begin",
            "CS SNO 2027",
            "--roster",
            list,
            "--framework",
            "mc-sno",
            "--scale",
            "four-steps",
            "--copy-from",
            "CS SNO 2026"
        };

        assertThat(done(with(begin, "--dry-run")))
                .contains("Voici ce qui changerait", "arrivent (2) : Lina Fictive, Zoé Inventée")
                .contains("dossiers ouverts (1) : Zoé Inventée", "aucune mission publiée du plan ne travaille")
                .endsWith("Relancez sans --dry-run pour le faire.\n");
        assertThat(refused("matrix", "CS SNO 2027")).startsWith("Il n'y a pas de cohorte");

        assertThat(done(begin)).contains("C'est fait", "la cohorte est créée");
        assertThat(done("matrix", "CS SNO 2027", "--as", "m.durand"))
                .contains("Zoé Inventée")
                .doesNotContain("Autre");
        assertThat(done(with(begin, "--lang", "en"))).contains("Nothing to change: everything is in place.");

        roster("lina,Lina Fictive,learner,CS SNO 2027\n");
        assertThat(done("year", "begin", "CS SNO 2027", "--roster", list))
                .contains("partent (1 ; dossiers et résultats restent) : Zoé Inventée");
        done("journal", "verify");
    }

    private static String[] with(String[] args, String... more) {
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    @Test
    void a_list_that_would_send_people_away_by_mistake_is_refused() throws IOException {
        String bad = roster("emma,Emma Exemplaire,learner,CS SNO 2026\nmalo,,learner,CS SNO 2026\n");
        assertThat(refused("year", "begin", "CS SNO 2026", "--roster", bad))
                .isEqualTo("classe.csv:3 name : ne doit pas être vide");
        String other = roster("emma,Emma Exemplaire,learner,CS SNO\n");
        assertThat(refused("year", "begin", "CS SNO 2026", "--roster", other))
                .isEqualTo("Aucune ligne de la liste n'est de la cohorte « CS SNO 2026 ». Elle a : CS SNO");
        assertThat(refused("year", "begin", "CS SNO 2026", "--framework", "mc-sno"))
                .contains("--framework et --scale");
        assertThat(refused("year", "begin", "CS SNO 2026", "--as", "m.durand"))
                .contains("faire la rentrée d'une cohorte");
        assertThat(refused("year", "begin", "CS SNO 2026", "--copy-from", "CAP"))
                .startsWith("Il n'y a pas de cohorte « CAP »");
        assertThat(done("matrix", "CS SNO 2026", "--as", "m.durand")).contains("Emma Exemplaire", "Malo Modèle");
    }
}
