package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refusals that people did not understand: what they say now. */
class PlainRefusalsTest extends OnOneFile {
    @BeforeEach
    void begun() throws IOException {
        file = ClassFile.in(folder);
    }

    @Test
    void what_a_head_does_not_read_names_the_command_that_opens_it_and_the_learner_sees_who_read() {
        assertThat(refused("progress", "emma"))
                .contains("motif indiqué", "portfolio access open APPRENANT --because TEXTE --hours NOMBRE")
                .doesNotContain("openForReason");
        assertThat(done("access", "readers", "emma", "--as", "emma")).contains("Aucune lecture");
        done("access", "open", "emma", "--because", "Recours 2027-4.", "--hours", "1");
        done("progress", "emma");
        done("progress", "emma", "--as", "prof");
        assertThat(done("access", "readers", "emma", "--as", "emma"))
                .contains("Marc Durand-Fictif  enseignant", "proviseure  direction");
        done("grant", "give", "dpd", "dpo");
        String id = done("access", "readers", "emma", "--as", "emma", "--json")
                .replaceAll("(?s).*?\"dossier\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(done("access", "readers", id, "--as", "dpd")).contains("enseignant");
        assertThat(refused("access", "readers", "emma", "--as", "prof")).isNotBlank();
    }

    @Test
    void without_the_log_nothing_is_kept_and_a_period_out_of_bounds_is_refused() throws IOException {
        Path stated = file.resolveSibling(file.getFileName() + ".privacy.properties");
        Files.writeString(stated, "readings = 0\n");
        done("progress", "emma", "--as", "prof");
        assertThat(refused("access", "readers", "emma", "--as", "emma")).contains("ne garde pas");
        Files.writeString(stated, "readings = 24\n");
        assertThat(refused("home", "emma", "--as", "emma")).contains("privacy.properties: readings");
    }

    @Test
    void a_mark_is_no_level_and_the_levels_of_the_scale_are_named() {
        assertThat(refused("position", "emma", "C3.1", "15/20", "--as", "prof", "--because", "Vu."))
                .contains("« 15/20 » n'est pas un niveau de l'échelle", "acquis");
    }

    @Test
    void a_day_of_another_year_is_asked_about_and_taken_once_it_is_confirmed() {
        String[] asked = {
            "position", "emma", "C3.1", "acquis", "--as", "prof", "--because", "Vu.", "--observed-on", "28/11/2006"
        };
        assertThat(refused(asked)).contains("28/11/2006", "plus d'un an", "confirmez");
        String[] confirmed = Arrays.copyOf(asked, asked.length + 1);
        confirmed[asked.length] = "--confirm-day";
        assertThat(done(confirmed)).contains("28/11/2006");
    }

    @Test
    void a_grant_that_begins_later_has_not_ended() {
        done("grant", "give", "mme.sow", "teacher", "--cohort", "CS SNO", "--from", "01/01/2190");
        assertThat(done("grant", "list", "mme.sow")).contains("(à venir)").doesNotContain("(terminé");
    }

    @Test
    void a_seal_that_the_plan_does_not_hold_is_named() {
        String told = refused("privacy", "erase", "malo", "--records", "0", "--drop-seal", "faux=Motif");
        assertThat(told).doesNotContain("imprévue", "IllegalArgument");
    }

    @Test
    void an_export_never_replaces_a_file_and_a_missing_folder_is_named() throws IOException {
        Path there = Files.writeString(folder.resolve("livret.html"), "x");
        assertThat(refused("export", "emma", "--format", "html", "--out", there.toString()))
                .contains("il y a déjà quelque chose")
                .doesNotContain("version qui succède");
        assertThat(refused(
                        "export",
                        "emma",
                        "--format",
                        "html",
                        "--out",
                        folder.resolve("nulle-part").resolve("livret.html").toString()))
                .contains("nulle-part")
                .doesNotContain("NoSuchFile");
    }
}
