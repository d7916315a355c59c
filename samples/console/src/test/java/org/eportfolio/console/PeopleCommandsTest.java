package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that change, and people by name. */
class PeopleCommandsTest extends OnOneFile {
    @BeforeEach
    void begun() throws IOException {
        file = ClassFile.in(folder);
    }

    @Test
    void an_account_is_renamed_after_a_preview_and_the_old_login_opens_nothing_until_it_is_released() {
        assertThat(done("people", "rename", "emma", "e.exemplaire", "--preview"))
                .contains("emma, éléments : ", "C'est possible. Rien n'a été fait.");
        assertThat(done("people", "changes")).contains("Aucun identifiant n'a jamais changé.");
        assertThat(done("people", "rename", "emma", "e.exemplaire")).contains("emma est maintenant e.exemplaire.");
        assertThat(done("dossier", "show", "e.exemplaire", "--as", "e.exemplaire"))
                .contains("Emma Exemplaire");
        assertThat(refused("dossier", "show", "emma", "--as", "emma")).isNotEmpty();
        assertThat(refused("grant", "give", "emma", "tutor")).contains("n'est plus celui de personne");
        done("people", "release", "emma");
        assertThat(done("people", "changes")).contains("emma est maintenant e.exemplaire", "peut maintenant être");
        assertThat(refused("people", "undo", "emma")).contains("annulez-la d'abord");
    }

    @Test
    void two_accounts_are_joined_and_parted_again() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("b.csv"), "person,name,role,cohort\nm.modele,Malo Modèle,learner,Autre\n");
        done("roster", "import", roster.toString());
        assertThat(done("people", "merge", "emma", "malo", "--preview")).contains("C'est impossible.");
        assertThat(refused("people", "merge", "emma", "malo")).contains("rien n'est fusionné");
        assertThat(done("people", "merge", "m.modele", "malo")).contains("une seule personne : malo");
        assertThat(done("people", "undo", "m.modele", "--preview")).contains("C'est possible.");
        assertThat(done("people", "undo", "m.modele")).contains("Annulé");
        assertThat(done("people", "changes")).contains("Aucun");
        assertThat(refused("people", "merge", "m.modele", "malo", "--as", "prof"))
                .isNotEmpty();
    }

    @Test
    void people_are_found_as_one_types_and_named_with_their_ids_of_other_systems() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("a.csv"),
                "person,name,role,cohort,issuer,external\nemma,Emma Exemplaire,learner,CS SNO,annuaire,4711\n");
        assertThat(done("roster", "import", roster.toString())).contains("Identifiants d'autres systèmes : 1");
        assertThat(done("people", "find", "exempl")).contains("Emma Exemplaire", "emma");
        assertThat(done("people", "names", "emma", "malo", "--ids"))
                .contains("Emma Exemplaire", "Malo Modèle", "annuaire : 4711");
        assertThat(done("people", "names", "emma", "--as", "malo")).contains("Emma Exemplaire");
        assertThat(refused("people", "names", "emma", "--ids", "--as", "malo")).isNotEmpty();
    }
}
