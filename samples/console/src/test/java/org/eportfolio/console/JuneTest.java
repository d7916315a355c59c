package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J9 and J18 at the console: the end of the year, and levels from a sheet, in the demonstration's school. */
class JuneTest extends OnOneFile {
    private static final String CLASS = "CS SNO 2026";
    private static final String UNTIL = "2027-12-17";

    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    private static String after(String label, List<String> strip) {
        return strip.stream()
                .filter(each -> each.startsWith(label))
                .map(each -> each.substring(label.length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_dry_run_says_of_each_learner_what_becomes_of_them() {
        String plan =
                done("year", "end", CLASS, "--until", UNTIL, "--leaving", "emma", "--others", "stay", "--dry-run");
        assertThat(plan)
                .contains("Fin d'année de CS SNO 2026", "Partent (1) : un paquet chacun, par lien et code")
                .contains("  Emma Exemplaire", "Restent (7)")
                .contains("Rôles qui finissent : ", "Rien n'a été changé.");
        assertThat(refused("year", "end", CLASS, "--until", UNTIL)).contains("Nommez-les");
    }

    @Test
    void strips_hand_packages_over_and_a_code_opens_them() throws IOException {
        Path strips = folder.resolve("bandelettes.txt");
        assertThat(done(
                        "year",
                        "end",
                        CLASS,
                        "--until",
                        UNTIL,
                        "--leaving",
                        "emma",
                        "--others",
                        "stay",
                        "--strips",
                        strips.toString()))
                .contains("L'année de CS SNO 2026 est terminée. Partis : 1")
                .contains("bandelettes.txt");
        List<String> strip = Files.readAllLines(strips);
        assertThat(strip).contains("Emma Exemplaire");
        String link = after("Lien : ", strip);
        String code = after("Code : ", strip);
        Path zip = folder.resolve("emma.zip");
        assertThat(done("shared", "show", link)).contains("Un paquet attend ici jusqu'au 17/12/2027");
        assertThat(refused("package", "open", link, "--code", "BBBB-BBBB", "--out", zip.toString()))
                .contains("Vous avez encore 4 essais");
        assertThat(zip).doesNotExist();
        assertThat(done("package", "open", link, "--code", code, "--out", zip.toString()))
                .contains("emma.zip");
        try (ZipFile whole = new ZipFile(zip.toFile())) {
            assertThat(whole.stream().map(Object::toString))
                    .contains("index.html")
                    .anyMatch(each -> each.startsWith("archives/"));
        }
        assertThat(done("package", "new-code", "emma")).contains("Emma Exemplaire a un nouveau code : ");
        assertThat(refused(
                        "package",
                        "open",
                        link,
                        "--code",
                        code,
                        "--out",
                        folder.resolve("b.zip").toString()))
                .contains("pas le code");
        assertThat(done("package", "hand-over", "emma", "--until", UNTIL)).contains("Lien : ", "Code : ");
        assertThat(refused(
                        "package",
                        "open",
                        link,
                        "--code",
                        code,
                        "--out",
                        folder.resolve("c.zip").toString()))
                .contains("n'ouvre rien");
    }

    @Test
    void next_years_roster_says_who_stays() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("2027.csv"),
                "person,name,role,cohort\nemma,Emma Exemplaire,learner,CS SNO 2027\nzoe,Zoé Fictive,learner,CS SNO 2027\n");
        assertThat(done("year", "end", CLASS, "--until", UNTIL, "--next-roster", roster.toString(), "--dry-run"))
                .contains("Partent (7)", "Restent (1)");
    }

    @Test
    void levels_come_in_from_a_sheet_and_are_taken_out_again() throws IOException {
        Path sheet = Files.writeString(
                folder.resolve("niveaux.csv"),
                "personne;compétence;niveau;date\nEmma Exemplaire;Souder;Acquis;20/06/2026\nmalo;Câbler;3/5;2026-06-21\n");
        assertThat(done("levels", "import", sheet.toString(), "--source", "Pronote, 2025-2026", "--dry-run"))
                .contains("levels");
        done("levels", "import", sheet.toString(), "--source", "Pronote, 2025-2026");
        assertThat(done("levels", "show", "malo", "--as", "m.durand")).contains("Câbler", "3/5", "Pronote, 2025-2026");
        assertThat(done("dossier", "show", "malo", "--as", "m.durand")).contains("Niveaux d'avant : 1");
        assertThat(done("levels", "list")).contains("Pronote, 2025-2026, niveaux 2, apprenants 2");
        assertThat(done("levels", "remove", "Pronote, 2025-2026", "--because", "Mauvais tableau."))
                .contains("Niveaux retirés : 2");
        assertThat(done("levels", "show", "malo", "--as", "m.durand")).contains("Aucun niveau");
    }
}
