package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the acting person is, the page of a class, and cohorts that change. */
class ScreenCommandsTest extends OnOneFile {
    @BeforeEach
    void begun() throws IOException {
        file = ClassFile.in(folder);
    }

    @Test
    void a_person_reads_who_they_are_and_what_they_may_do() {
        assertThat(done("me", "show", "--as", "emma")).contains("Emma Exemplaire", "apprenant", "CS SNO", "mc-sno");
        String may = done("me", "may", "--learner", "emma", "--as", "prof", "--json");
        assertThat(may).contains("POSITION").doesNotContain("SELF_ASSESS");
        assertThat(done("me", "open", "person.emma", "--as", "prof")).contains("NamedPerson", "person.emma");
        Ran wrong = Ran.console(file, "me", "open", "quelque.chose");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.complaints().get(0)).contains("quelque.chose");
    }

    @Test
    void a_person_hears_what_concerns_them_and_leaves_out_what_they_do_not_want() {
        done("position", "emma", "C3.1", "acquis", "--because", "TP", "--as", "prof");
        done("goal", "set", "emma", "C3.1", "acquis", "--by", "2099-01-10", "--step", "Lire", "--as", "emma");
        assertThat(done("notices", "list", "--as", "emma")).contains("C3.1 : il y a un nouveau niveau.", "--after");
        assertThat(done("notices", "list", "--as", "malo")).contains("Rien.");
        assertThat(done("notices", "due", "--from", "2099-01-08", "--as", "emma"))
                .contains("10/01/2099", "Votre objectif sur C3.1");
        assertThat(done("notices", "prefer", "--without", "positioned,goal-due", "--as", "emma"))
                .contains("- positioned", "x feedback");
        assertThat(done("notices", "list", "--as", "emma")).doesNotContain("niveau");
        assertThat(done("notices", "prefer", "--all", "--as", "emma")).doesNotContain("- positioned");
        Ran wrong = Ran.console(file, "notices", "prefer", "--without", "rien", "--as", "emma");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.complaints().get(0)).contains("rien", "feedback");
    }

    @Test
    void the_lists_of_a_dossier_are_filtered() {
        done("production", "add", "emma", "Carte", "--showing", "C3.1", "--as", "emma");
        done("production", "add", "emma", "Devis", "--showing", "C1.1", "--as", "emma");
        assertThat(done("production", "show", "emma", "--showing", "C3.1", "--as", "prof"))
                .contains("Carte")
                .doesNotContain("Devis");
        assertThat(done("production", "show", "emma", "--waiting", "--as", "emma"))
                .contains("Carte", "Devis");
        assertThat(done("production", "show", "emma", "--answered", "--as", "emma"))
                .contains("Pas encore");
        assertThat(done("production", "show", "emma", "--since", "2099-01-01", "--as", "emma"))
                .contains("Pas encore");
        done("goal", "set", "emma", "C3.1", "acquis", "--by", "2099-01-10", "--step", "Lire", "--as", "emma");
        assertThat(done("goal", "list", "emma", "--showing", "C1.1", "--as", "emma"))
                .doesNotContain("Lire");
        assertThat(done("goal", "list", "emma", "--showing", "C3.1", "--as", "emma"))
                .contains("Lire");
        assertThat(done("reflect", "show", "emma", "--showing", "C3.1", "--as", "emma"))
                .contains("Pas encore");
    }

    @Test
    void the_page_of_a_class_has_a_line_for_each_learner() {
        done("production", "add", "emma", "Carte", "--showing", "C3.1", "--as", "emma");
        done("position", "emma", "C3.1", "acquis", "--because", "TP", "--as", "prof");
        assertThat(done("class", "screen", "--as", "prof"))
                .contains("CS SNO", "Emma Exemplaire", "Inès Inventée", "Malo Modèle", "◕");
        assertThat(done("class", "productions", "--showing", "C3.1", "--as", "prof"))
                .contains("Emma Exemplaire", "Carte");
        assertThat(done("class", "productions", "--answered", "--as", "prof")).contains("Aucune réalisation");
        assertThat(done("class", "reflections", "--as", "prof")).contains("Aucune réflexion");
        assertThat(done("class", "staff", "--as", "emma")).contains("Marc Durand-Fictif");
        assertThat(done("class", "mates", "--as", "emma"))
                .contains("Inès Inventée", "Malo Modèle")
                .doesNotContain("Emma");
    }

    @Test
    void a_class_is_renamed_closed_reopened_and_left_for_another() {
        done("cohort", "rename", "CS SNO", "CS A");
        done("cohort", "close", "CS A");
        assertThat(done("cohort", "list")).doesNotContain("CS A");
        assertThat(done("cohort", "list", "--all")).contains("CS A", "fermée");
        done("cohort", "reopen", "CS A");
        assertThat(done("cohort", "list")).contains("CS A");
        assertThat(done("cohort", "end", "malo", "CS A", "--until", "2090-06-30"))
                .contains("30/06/2090");
    }

    @Test
    void what_may_be_read_is_found_by_its_words() {
        done("production", "add", "emma", "Habilitation électrique", "--as", "emma");
        done("production", "add", "emma", "Câblage réalisé", "--as", "emma");
        assertThat(done("search", "réaliser habilitations", "--as", "prof"))
                .contains("Habilitation électrique", "Câblage réalisé", "réalisation, Emma Exemplaire", "production.");
        assertThat(done(
                        "search",
                        "habilit",
                        "--kind",
                        "PRODUCTION",
                        "--cohort",
                        "CS SNO",
                        "--limit",
                        "1",
                        "--as",
                        "emma"))
                .contains("Habilitation");
        assertThat(done("search", "habilitation", "--kind", "PRODUCTION", "--as", "malo"))
                .contains("Rien de tel");
        assertThat(done("search", "exempl", "--kind", "PERSON", "--as", "malo")).contains("Emma Exemplaire");
        assertThat(done("search", "habilitation câblage", "--limit", "1", "--as", "emma"))
                .contains("--after 1_1_");
        assertThat(done("search", "habilitation", "--json", "--as", "emma")).contains("\"spans\"", "\"whole\"");
        Ran wrong = Ran.console(file, "search", "de la", "--as", "emma");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.complaints().get(0)).contains("partout");
        assertThat(Ran.console(file, "search", "x", "--kind", "DRAFT").code()).isNotZero();
    }
}
