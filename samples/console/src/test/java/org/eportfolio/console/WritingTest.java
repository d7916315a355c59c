package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.FrameworkFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school's first day, from an empty folder. */
class WritingTest extends OnOneFile {
    @BeforeEach
    void in_a_new_file() {
        file = folder.resolve("lycee.db");
        assertThat(Ran.console(file, "init", "proviseure").code()).isZero();
    }

    @Test
    void from_nothing_to_a_position_in_the_matrix() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("classe.csv"),
                "\uFEFFpersonne;nom;rôle;cohorte\nzoe;\"Zoé; dite Zo\";apprenante;CS SNO\nprof;M. Prof;enseignant;CS SNO\n");

        done("framework", "adopt", "mc-sno", "--scale", "four-steps");
        assertThat(Ran.console(file, "roster", "import", roster.toString()).out())
                .contains("CS SNO est une nouvelle classe");
        done("dossier", "open", "--cohort", "CS SNO");
        String position = done("position", "zoe", "C3.1", "acquis", "--as", "prof", "--because", "Vu en TP.");
        done(
                "position",
                "zoe",
                "C3.2",
                "n/a",
                "--as",
                "prof",
                "--because",
                "Dispensée.",
                "--observed-on",
                "2026-09-02",
                "--confirm-day");

        assertThat(position).startsWith("Zoé; dite Zo, C3.1 : ◕ Acquis");
        assertThat(done("matrix", "CS SNO", "--as", "prof")).containsPattern("Zoé; dite Zo +· +· +· +· +· +· +◕ +– +·");
        done("journal", "verify");
    }

    @Test
    void init_again_by_the_same_person_changes_nothing_and_by_another_is_refused() {
        assertThat(Ran.console(file, "init", "proviseure").out()).contains("rien n'a changé");

        Ran other = Ran.console(file, "init", "quelqu-un");

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.complaints()).singleElement().asString().contains("déjà été nommé");
    }

    @Test
    void a_framework_of_the_schools_own_is_imported_and_adopted() throws IOException {
        Path own = folder.resolve("own.json");
        try (OutputStream to = Files.newOutputStream(own)) {
            FrameworkFile.write(BundledFrameworks.TRANSVERSAL.framework(), to);
        }
        Files.writeString(own, Files.readString(own).replace("\"transversal\"", "\"maison\""));

        assertThat(done("framework", "import", own.toString())).startsWith("Publié : maison@igesr");
        done("framework", "adopt", "maison", "--scale", "three-degrees-of-autonomy");

        assertThat(done("framework", "list")).contains("publié ici, adopté (three-degrees-of-autonomy)");
    }

    @Test
    void a_broken_framework_file_is_refused_with_its_place() throws IOException {
        Path own = Files.writeString(folder.resolve("own.json"), "{\"id\": 3");

        Ran broken = Ran.console(file, "framework", "import", own.toString());

        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.complaints()).singleElement().asString().startsWith("fichier : ");
    }

    @Test
    void generated_learners_continue_where_the_run_before_ended() {
        String first = done("generate", "--learners", "35", "--assessments", "3");
        String second = done("generate", "--learners", "25", "--assessments", "3", "--seed", "7");

        assertThat(first.lines()).last().asString().isEqualTo("enregistrés : 35 apprenants");
        assertThat(second.lines()).last().asString().isEqualTo("enregistrés : 25 apprenants");
        done("grant", "give", "lectrice", "teacher");
        assertThat(done("matrix", "gen-00002", "--as", "lectrice")).contains("gen-000031", "gen-000060");
        assertThat(done("dossier", "show", "gen-000060", "--as", "lectrice")).contains("3 évaluations publiées");
        done("journal", "verify");
    }

    @Test
    void the_same_seed_generates_the_same_levels() {
        Path other = folder.resolve("other.db");
        Ran.console(other, "generate", "--learners", "10", "--seed", "5");
        done("generate", "--learners", "10", "--seed", "5");

        done("grant", "give", "lectrice", "teacher");
        Ran.console(other, "grant", "give", "lectrice", "teacher");
        assertThat(Ran.console(other, "matrix", "gen-00001", "--as", "lectrice").out())
                .contains("gen-000010")
                .isEqualTo(done("matrix", "gen-00001", "--as", "lectrice"));
    }
}
