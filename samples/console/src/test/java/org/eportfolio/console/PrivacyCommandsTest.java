package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eportfolio.console.school.PrivacyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a school's DPO and head do with personal data, at the end of the VosRêves year. */
class PrivacyCommandsTest extends OnOneFile {
    @BeforeEach
    void at_the_end_of_the_year() throws IOException {
        file = DemoFile.in(folder);
        Files.writeString(
                PrivacyFile.beside(file),
                "controller=Lycée VosRêves | contact@vosreves.example\npublic=true\n"
                        + "purpose.1=Suivre les compétences | ASSESSMENT | Base donnée en exemple\n"
                        + "retention.1=dossiers | Règle donnée en exemple | LEARNER_LEFT | P2Y | DESTROY\n");
    }

    @Test
    void the_register_shows_what_was_stated_and_what_was_not() throws IOException {
        assertThat(done("privacy", "register"))
                .contains("Lycée VosRêves", "Base donnée en exemple", "2 ans", "**non renseigné**");
        assertThat(done("privacy", "register", "--lang", "en")).contains("Record of processing activities");
        assertThat(Ran.documents(done("privacy", "register", "--json"))).isEqualTo(1);
        Files.writeString(PrivacyFile.beside(file), "retention.1=trop court\n");
        assertThat(refused("privacy", "register"))
                .contains("privacy.properties: retention.1")
                .doesNotContain("Index");
    }

    @Test
    void somebody_is_exported_planned_and_erased_as_planned() throws IOException {
        Path out = folder.resolve("malo");
        assertThat(Ran.documents(done("privacy", "export", "malo", out.toString(), "--json")))
                .isEqualTo(1);
        assertThat(Files.readString(out.resolve("index.html"))).contains("Malo Modèle");
        assertThat(done("privacy", "plan", "malo")).contains("À éliminer", "supprimé");
        String records = records("malo");
        assertThat(Ran.documents(done("privacy", "plan", "malo", "--json"))).isEqualTo(1);
        assertThat(refused("privacy", "erase", "malo", "--records", "3")).contains(records);
        assertThat(refused("privacy", "erase", "malo", "--records", records)).contains("visa");
        assertThat(done("privacy", "erase", "malo", "--records", records, "--visa", "AD-1"))
                .startsWith("Effacé");
        assertThat(refused("privacy", "plan", "malo")).contains("malo");
        assertThat(done("matrix", "CS SNO 2026", "--as", "m.durand")).doesNotContain("Malo");
        done("journal", "verify");
        assertThat(folder.resolve("vosreves.db.erasures.jsonl")).content().doesNotContain("malo");
    }

    @Test
    void a_positioning_is_rectified_on_request_and_says_so() {
        assertThat(refused("privacy", "rectify", "emma", "C3.2", "--take-back", "--request", "1", "--because", "x"))
                .contains("pour un motif indiqué");
        assertThat(done("access", "open", "emma", "--because", "Demande 2027-3", "--hours", "2"))
                .contains("Demande 2027-3");
        String[] request = {"--request", "2027-3 du 12/06/2027", "--because", "Saisi pour une autre."};
        assertThat(refused(with(request, "privacy", "rectify", "emma", "C3.2"))).contains("--take-back");
        assertThat(refused("privacy", "rectify", "emma", "C3.2", "--take-back", "--request", "", "--because", "x"))
                .startsWith("demande : ");
        assertThat(done(with(request, "privacy", "rectify", "emma", "C3.2", "--take-back")))
                .contains("Emma", "C3.2", "reste lisible");
        assertThat(done("privacy", "rectified", "emma", "--as", "emma"))
                .containsPattern("C3\\.2  [○◔◕●] [A-ZÉ].* → .*2027-3 du 12/06/2027");
        assertThat(done("access", "close", "emma")).contains("Demande 2027-3");
        assertThat(refused("access", "close", "emma")).contains("n'est ouvert à aucun");
        assertThat(done("access", "openings", "emma", "--as", "emma")).contains("Demande 2027-3");
        done("journal", "verify");
    }

    private static String[] with(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void a_restored_file_is_erased_again_when_it_is_opened() throws IOException {
        Path backup = Files.copy(file, folder.resolve("backup.db"));
        done("privacy", "erase", "malo", "--records", records("malo"), "--visa", "AD-1");
        Files.copy(backup, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(refused("privacy", "plan", "malo")).contains("malo");
        assertThat(done("privacy", "collect")).contains("Effacements achevés : 0", "Fichiers retirés : 0");
        done("journal", "verify");
    }

    /** So many the plan has, by the command that it proposes. */
    private String records(String learner) {
        return done("privacy", "plan", learner).replaceAll("(?s).*--records (\\d+).*", "$1");
    }

    @Test
    void a_learner_leaves_and_is_due_two_years_later() {
        Path zip = folder.resolve("tom.zip");
        assertThat(done("depart", "tom", zip.toString(), "--until", "2027-12-31"))
                .contains("tom est parti", "31/12/2027");
        assertThat(zip).isNotEmptyFile();
        assertThat(done("progress", "tom", "--as", "tom")).contains("Tom");
        assertThat(refused("depart", "malo-qui-n-est-pas", zip.toString(), "--until", "2027-12-31"))
                .contains("malo-qui-n-est-pas");
        assertThat(done("privacy", "due")).contains("Rien");
        assertThat(done("privacy", "due", "--on", "2030-01-01")).contains("tom", "21/06/2029", "dossiers");
        assertThat(refused("privacy", "plan", "tom", "--rule", "dossiers")).contains("21/06/2029");
    }

    @Test
    void a_teacher_is_replaced() throws IOException {
        assertThat(done("handover", "CS SNO 2026", "m.durand", "mme.nouvelle", "--preview"))
                .contains("Serait remplacé");
        assertThat(Ran.documents(done("handover", "CS SNO 2026", "m.durand", "mme.nouvelle", "--json")))
                .isEqualTo(1);
        assertThat(refused("handover", "CS SNO 2026", "m.durand", "mme.nouvelle"))
                .contains("rien à transmettre");
        assertThat(done("matrix", "CS SNO 2026", "--as", "mme.nouvelle")).contains("Emma");
    }

    @Test
    void a_breach_is_written_down_and_settled_with_its_reason() throws IOException {
        String[] known = {"--since", "2026-01-05", "--data", "work,identity", "--people", "24"};
        String[] record = Stream.concat(Stream.of("breach", "record", "Clé perdue."), Stream.of(known))
                .toArray(String[]::new);
        assertThat(done(record)).startsWith("Consignée.").contains("à prévenir avant le");
        assertThat(done("breach", "list")).contains("Clé perdue.", "ouverte", "personnes : 24", "photocopieuse");
        assertThat(refused("breach", "settle", "Clé", "--measures", "Exports chiffrés."))
                .contains("pas été prévenue");
        done("breach", "settle", "Clé", "--measures", "Exports chiffrés.", "--because", "La clé était chiffrée.");
        assertThat(done("breach", "list")).contains("Exports chiffrés.").doesNotContain("ouverte");
        assertThat(refused("breach", "settle", "x", "--measures", "y")).contains("Clé perdue.");
        assertThat(Ran.documents(done("breach", "list", "--json"))).isEqualTo(1);
    }
}
