package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a teacher enters for a whole class, and what can be read of it. */
class ClassCommandsTest extends OnOneFile {
    @BeforeEach
    void begun() throws IOException {
        file = ClassFile.in(folder);
    }

    private String teacher(String... args) {
        return done(Stream.concat(Stream.of("--as", "prof"), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void a_class_is_entered_with_an_exception_and_someone_absent() {
        String entered = teacher(
                "class",
                "enter",
                "C3.1",
                "En cours",
                "--because",
                "TP du 12 mars",
                "--except",
                "Malo=◕",
                "--absent",
                "ines");

        assertThat(entered)
                .contains("2 élèves de CS SNO sont positionnés sur C3.1.")
                .contains("◔ En cours × 1", "◕ Acquis  Malo Modèle", "absents : Inès Inventée");
        assertThat(teacher("matrix", "CS SNO"))
                .containsPattern("Emma Exemplaire .*◔")
                .containsPattern("Malo Modèle .*◕")
                .doesNotContainPattern("Inès Inventée .*[◔◕]");
    }

    @Test
    void the_last_entry_is_undone_and_the_reason_stays_to_be_read() {
        teacher("class", "enter", "C3.1", "en-cours", "--because", "TP");
        teacher("class", "enter", "C1.1", "acquis", "--because", "Oral");

        assertThat(teacher("class", "entries"))
                .containsSubsequence("C1.1", "3 élèves", "Oral", "C3.1", "3 élèves", "TP");
        assertThat(teacher("class", "undo", "--because", "la mauvaise compétence"))
                .contains("Retiré pour 3 élèves : C1.1, CS SNO.");
        assertThat(teacher("class", "entries")).contains("C3.1").doesNotContain("C1.1");
        assertThat(teacher("progress", "emma"))
                .contains("compte : ", "TP »  (le dernier positionnement d'un enseignant)")
                .contains("ne compte pas : ", "Oral »  (corrigé : « la mauvaise compétence »)");
    }

    @Test
    void an_embargo_has_learners_speak_first_and_labels_what_it_holds_back() {
        assertThat(refused("class", "embargo")).contains("--until", "--lift");
        assertThat(refused("class", "embargo", "--lift")).contains("Aucun embargo");
        done("class", "embargo", "--until", LocalDate.now().plusDays(30).toString());
        teacher("class", "enter", "C3.1", "acquis", "--because", "TP");
        assertThat(teacher("progress", "emma", "--as", "emma"))
                .contains("une fois que vous avez donné votre avis", "C3.1")
                .doesNotContain("TP");
        assertThat(done("home", "emma", "--as", "emma")).contains("une fois que vous avez donné votre avis");
        assertThat(teacher("progress", "emma")).contains("TP").doesNotContain("votre avis");
        assertThat(done("class", "embargo", "--lift")).contains("s'affiche");
        assertThat(done("class", "embargoes")).contains("levé le");
        assertThat(teacher("progress", "emma", "--as", "emma")).contains("TP");
    }

    @Test
    void the_command_that_takes_an_entry_back_works_as_it_is_printed() {
        String printed =
                done("class", "enter", "C3.1", "acquis", "--because", "TP", "--cohort", "CS SNO", "--as", "prof");
        String command = printed.lines()
                .filter(line -> line.contains("portfolio class undo"))
                .map(line -> line.substring(line.indexOf("class undo")))
                .findFirst()
                .orElseThrow();

        assertThat(command).contains("--cohort \"CS SNO\"", "--as prof", "--db " + file);
        Ran undone = Ran.in(false, command.replace("\"CS SNO\"", "CS_SNO").split(" "));
        assertThat(undone.err()).contains("CS_SNO");
        String[] words = command.replace("\"CS SNO\"", "CS_SNO").split(" ");
        assertThat(Ran.in(
                                false,
                                Stream.of(words)
                                        .map(each -> each.replace('_', ' '))
                                        .toArray(String[]::new))
                        .out())
                .contains("Retiré pour 3 élèves");
    }

    @Test
    void an_entry_is_listed_with_all_its_levels() {
        teacher("class", "enter", "C3.1", "en-cours", "--because", "TP", "--except", "emma=acquis,ines=maitrise");

        assertThat(teacher("class", "entries"))
                .contains("◔ En cours × 1", "◕ Acquis × 1", "● Maîtrise × 1", "3 élèves");
    }

    @Test
    void a_learner_is_found_by_name_where_the_id_is_none() {
        assertThat(teacher("position", "Malo Modele", "C3.1", "acquis", "--because", "x"))
                .contains("Malo Modèle");
        assertThat(teacher("progress", "Exemplaire")).contains("Emma Exemplaire");
        assertThat(refused("progress", "Zoé", "--as", "prof")).contains("Il n'y a pas d'apprenant");
    }

    @Test
    void an_entry_is_named_by_its_competency() {
        teacher("class", "enter", "C3.1", "en-cours", "--because", "TP");
        teacher("class", "enter", "C1.1", "acquis", "--because", "Oral");

        assertThat(teacher("class", "undo", "C3.1", "--because", "x")).contains("C3.1");
        assertThat(refused("class", "undo", "C3.1", "--because", "x", "--as", "prof"))
                .contains("C1.1");
    }

    @Test
    void nothing_is_entered_for_those_who_are_absent_and_nothing_undone_where_nothing_stands() {
        assertThat(refused("class", "undo", "--because", "x", "--as", "prof"))
                .isEqualTo("Aucune saisie de classe de votre part ne tient encore.");
        assertThat(refused(
                        "class",
                        "enter",
                        "C3.1",
                        "acquis",
                        "--because",
                        "x",
                        "--except",
                        "emma=en-cours",
                        "--absent",
                        "emma",
                        "--as",
                        "prof"))
                .contains("un apprenant absent ne reçoit pas de niveau", "Emma Exemplaire");
        assertThat(refused(
                        "class",
                        "enter",
                        "C3.1",
                        "acquis",
                        "--because",
                        "x",
                        "--absent",
                        "emma,ines,malo",
                        "--as",
                        "prof"))
                .contains("personne ne serait positionné");
    }

    @Test
    void a_learner_who_enters_for_a_class_is_answered_with_its_name() {
        assertThat(refused("class", "enter", "C3.1", "acquis", "--because", "x", "--as", "emma"))
                .contains("CS SNO")
                .doesNotContainPattern("[0-9a-f]{8}-");
    }

    @Test
    void what_is_not_there_is_said_with_what_there_is() {
        assertThat(refused("class", "enter", "C3.1", "15/20", "--because", "x", "--as", "prof"))
                .contains("« 15/20 » n'est pas un niveau de l'échelle", "decouverte, en-cours, acquis, maitrise");
        assertThat(refused("class", "enter", "C3.1", "acquis", "--because", "x", "--absent", "noe", "--as", "prof"))
                .contains("Inès Inventée");
        assertThat(refused("position", "emma", "C3.1", "15/20", "--because", "x", "--as", "prof"))
                .contains("ses niveaux sont");
        assertThat(Ran.console(file, "roster", "import", roster()).out()).contains("CS B est une nouvelle classe");
        assertThat(refused("class", "enter", "C3.1", "acquis", "--because", "x", "--as", "prof"))
                .contains("--cohort", "CS SNO", "CS B");
    }

    private String roster() {
        try {
            return java.nio.file.Files.writeString(
                            folder.resolve("b.csv"), "person,name,role,cohort\nprof,Marc Durand-Fictif,teacher,CS B\n")
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_scale_is_defined_and_adopted_and_a_matrix_is_asked_for_under_it() {
        assertThat(done(
                        "scale",
                        "define",
                        "paliers",
                        "--title",
                        "Nos paliers",
                        "--level",
                        "non=Non acquis:Pas encore",
                        "--level",
                        "presque=Presque",
                        "--level",
                        "oui=Acquis"))
                .contains("Nos paliers", "○ Non acquis", "◑ Presque", "● Acquis");
        assertThat(done("scale", "list")).contains("paliers", "définie ici", "four-steps", "adoptée");
        assertThat(done("framework", "adopt", "mc-sno", "--scale", "paliers")).contains("Nos paliers");
        done("dossier", "open", "emma", "--adoption", "mc-sno, paliers");

        assertThat(teacher("matrix", "CS SNO", "--adoption", "paliers")).contains("Nos paliers", "Presque");
        assertThat(teacher("matrix", "CS SNO", "--framework", "mc-sno@2020, four-steps"))
                .contains("Découverte");
        assertThat(refused("matrix", "CS SNO", "--framework", "crcn")).contains("aucune adoption ne s'appelle crcn");
        assertThat(refused("scale", "define", "paliers", "--level", "a=A", "--level", "b=B"))
                .contains("existe déjà");
        assertThat(done("scale", "show", "paliers")).contains("Non acquis", "Pas encore");
    }

    @Test
    void the_matrix_has_the_colours_of_the_scale_and_its_symbols() {
        teacher("class", "enter", "C3.1", "acquis", "--because", "TP");

        assertThat(Ran.in(true, "matrix", "CS SNO", "--as", "prof", "--db", file.toString())
                        .out())
                .containsPattern("\u001b\\[48;5;[0-9]+;38;5;[0-9]+m ◕ ");
    }

    @Test
    void a_production_is_cited_by_part_of_its_title() {
        done("production", "add", "emma", "Carte mentale : les « mobilités »", "--text", "x", "--as", "emma");
        done("goal", "set", "emma", "C3.1", "Maîtrise", "--by", "2090-01-01", "--as", "emma");

        assertThat(done("goal", "claim", "emma", "C3.1", "--citing", "MOBILITES", "--as", "emma"))
                .contains("C3.1");
    }
}
