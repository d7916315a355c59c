package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher's first hour, from an empty folder: the session that {@code docs/console.md} shows. */
class FirstHourTest {
    private static final String SEPTEMBER = """
            person;nom;prénom;rôle;classe
            e.exemplaire;Exemplaire;Emma;élève;2SNO
            m.modele;Modèle;Malo;élève;2SNO
            n.fictif;Fictif;Noé;élève;2SNO
            z.abel;Abel;Zoé;élève;2CIEL
            prof;Durand-Fictif;Marc;professeur;2SNO
            """;

    @TempDir
    Path folder;

    @Test
    void scale_roster_with_a_moved_pupil_entry_undone_matrix_and_booklet() throws IOException {
        done("init", "proviseure");
        done("scale|define|paliers|--title|Nos paliers|--level|non=Pas encore|--level|presque=Presque|--level|oui=Oui");
        assertThat(done("framework|adopt|mc-sno|--scale|paliers|--policy|best-of-last-2"))
                .contains("Nos paliers", "le meilleur des 2 derniers");

        Path list = Files.writeString(folder.resolve("classes.csv"), SEPTEMBER);
        assertThat(done("roster|import|" + list)).contains("Nouvelles classes : 2", "Inscrits : 5.");
        done("dossier|open|--cohort|2SNO");

        Files.writeString(list, SEPTEMBER.replace("Noé;élève;2SNO", "Noé;élève;2CIEL"));
        assertThat(done("roster|import|" + list + "|--whole-school|--dry-run"))
                .contains("Changements de classe : 1", "Noé Fictif", "Rien n'a été écrit");
        assertThat(done("roster|import|" + list + "|--whole-school")).contains("Changements de classe : 1");

        assertThat(done("class|enter|C3.1|Presque|--cohort|2SNO|--because|TP|--except|m.modele=oui|--as|prof"))
                .contains("2 élèves de 2SNO", "Oui  Malo Modèle");
        assertThat(done("class|undo|--because|mauvaise compétence|--as|prof")).contains("C3.1");
        done("class|enter|C1.1|Presque|--cohort|2SNO|--because|TP|--except|m.modele=oui|--as|prof");

        assertThat(done("matrix|2SNO|--as|prof").lines())
                .anyMatch(each -> each.contains("Emma Exemplaire"))
                .anyMatch(each -> each.contains("Malo Modèle"))
                .noneMatch(each -> each.contains("Noé"));
        Path booklet = folder.resolve("emma");
        done("export|e.exemplaire|--format|html|--as|prof|--out|" + booklet);
        assertThat(booklet.resolve("index.html")).content().contains("Emma Exemplaire", "Presque");
    }

    private String done(String line) {
        return done(line.split("\\|"));
    }

    /** What a command prints that is done, in French. */
    private String done(String... args) {
        Ran ran = Ran.console(folder.resolve("portfolio.db"), args);
        assertThat(ran.code()).as(String.join(" ", args) + "\n" + ran.err()).isZero();
        return ran.out();
    }
}
