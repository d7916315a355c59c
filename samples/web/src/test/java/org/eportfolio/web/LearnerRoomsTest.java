package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.eportfolio.certification.SealedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a learner keeps beside their voices, from the first field to what others see of it. */
class LearnerRoomsTest {
    private static final Pattern LINK = Pattern.compile("href=\"http://127.0.0.1:\\d+(/[sj]/[^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    @TempDir
    Path folder;

    private static String dossier(Browser browser) {
        return browser.get("/").link("/dossiers/[0-9a-f-]{36}");
    }

    private static String revision(Browser browser) {
        return browser.find(REVISION).orElseThrow();
    }

    @Test
    void a_project_goes_from_its_first_task_to_its_end_and_a_mistake_goes_back() {
        Browser yanis = Served.as("yanis");
        String projects = dossier(yanis) + "/projects";
        yanis.get(projects);
        yanis.post(projects, "title", "", "purpose", "Un site pour l’asso");
        assertThat(yanis.words()).contains("À corriger", "À remplir");
        assertThat(yanis.page()).as("nothing typed is lost").contains("Un site pour l’asso");
        yanis.post(projects, "title", "Site de l’asso", "purpose", "Un site pour l’asso");
        String project = yanis.path();
        assertThat(yanis.words()).contains("Le projet est commencé", "Site de l’asso");
        yanis.post(project + "/tasks", "label", "Choisir l’hébergeur", "dueOn", "31/12/2026");
        assertThat(yanis.words()).contains("À corriger");
        yanis.post(project + "/tasks", "label", "Choisir l’hébergeur", "dueOn", "2099-12-31");
        assertThat(yanis.words()).contains("La tâche est sur le tableau");
        String seen = revision(yanis);
        yanis.post(project + "/tasks/1/DONE", "revision", seen);
        assertThat(yanis.words()).contains("La tâche est maintenant : fait");
        yanis.post(project + "/tasks/1/TODO", "revision", seen);
        assertThat(yanis.words()).as("another since then is not changed unseen").contains("À corriger");
        yanis.post(project + "/tasks/1/TODO", "revision", revision(yanis));
        assertThat(yanis.words()).contains("La tâche est maintenant : à faire");
        yanis.post(project + "/milestones", "label", "Maquette", "plannedOn", "2099-10-01");
        yanis.post(project + "/milestones/1/reach", "revision", revision(yanis));
        assertThat(yanis.words()).contains("Le jalon est atteint");
        yanis.post(project + "/notes", "text", "L’hébergeur ne répond pas.");
        assertThat(yanis.words()).contains("L’hébergeur ne répond pas.");
        yanis.post(project + "/close", "revision", revision(yanis));
        assertThat(yanis.words()).contains("cochez la case");
        yanis.post(project + "/close", "revision", revision(yanis), "sure", "yes");
        assertThat(yanis.words()).contains("Le projet est clos");
        assertThat(yanis.page()).doesNotContain("id=\"task\"");
        assertThat(Served.as("c.reference").get(project).words()).contains("L’hébergeur ne répond pas.");
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void a_watch_log_takes_a_source_and_says_what_is_wrong_with_an_address() {
        Browser ines = Served.as("ines");
        String watch = dossier(ines) + "/watch";
        ines.get(watch);
        ines.post(watch, "title", "", "url", "", "reliability", "RELIABLE");
        assertThat(ines.words()).contains("donnez un titre ou une adresse");
        ines.post(watch, "title", "Cookies", "url", "javascript:alert(1)", "reliability", "RELIABLE");
        assertThat(ines.words()).contains("une adresse comme");
        ines.post(watch, "title", "Cookies", "reliability", "FORGED");
        assertThat(ines.status()).isEqualTo(200);
        assertThat(ines.words()).contains("Choisissez dans la liste");
        ines.post(
                watch,
                "title",
                "Cookies",
                "url",
                "https://www.example.org/cookies",
                "reliability",
                "TO_CROSS_CHECK",
                "reason",
                "Un blog",
                "synthesis",
                "Demander avant de déposer.");
        assertThat(ines.words()).contains("La source est gardée", "Demander avant de déposer.", "Un blog");
        String[] source = {
            "title", "Envoyée deux fois", "reliability", "RELIABLE", "reason", "Vu", "synthesis", "À relire", "key", "k"
        };
        ines.post(watch, source);
        ines.get(watch);
        ines.post(watch, source);
        assertThat(ines.words().split("Envoyée deux fois", -1)).as("kept once").hasSize(2);
        ines.post(ines.link("/dossiers/[0-9a-f-]+/watch/[0-9a-f-]+/remove"), "revision", revision(ines), "sure", "yes");
        assertThat(ines.words()).doesNotContain("Envoyée deux fois");
        String remove = ines.link("/dossiers/[0-9a-f-]+/watch/[0-9a-f-]+/remove");
        ines.post(remove, "revision", revision(ines));
        assertThat(ines.words()).contains("cochez la case", "Demander avant de déposer.");
        ines.post(remove, "revision", revision(ines), "sure", "yes");
        assertThat(ines.words()).contains("La source est retirée").doesNotContain("Demander avant de déposer.");
    }

    @Test
    void a_showcase_is_read_by_whoever_has_its_link_until_it_is_revoked() {
        Browser emma = Served.as("emma");
        String showcases = dossier(emma) + "/showcases";
        emma.get(showcases);
        emma.post(showcases, "title", "Ce que je sais montrer", "narrative", "Trois travaux, une idée.");
        String showcase = emma.path();
        String production =
                emma.find(Pattern.compile("<option value=\"([0-9a-f-]{36})\"")).orElseThrow();
        emma.post(showcase + "/show", "revision", revision(emma), "production", production, "words", "Le plus réussi.");
        assertThat(emma.words()).contains("Le plus réussi.", "C’est un brouillon");
        String draft = revision(emma);
        emma.post(showcase + "/publish", "revision", draft);
        assertThat(emma.words()).contains("Elle est publiée");
        emma.post(showcase + "/publish", "revision", draft);
        assertThat(emma.words()).as("a button that is gone by now").contains("a changé entre-temps");
        emma.post(showcase + "/share", "until", "2020-01-01");
        assertThat(emma.words()).contains("À corriger");
        emma.post(showcase + "/share", "until", "2027-07-30");
        String link = emma.find(LINK).orElseThrow();
        assertThat(emma.get(showcase).page()).as("the link is shown once").doesNotContain(link);

        Browser stranger = Served.stranger();
        assertThat(stranger.get(link).words())
                .contains("Ce que je sais montrer", "Trois travaux, une idée.", "Le plus réussi.");
        assertThat(emma.get(showcase).words()).contains("une fois");
        String revoke = emma.link(showcase + "/links/[0-9a-f-]+/revoke");
        emma.post(revoke);
        assertThat(emma.words()).contains("cochez la case");
        emma.post(revoke, "sure", "yes");
        assertThat(emma.words()).contains("Le lien n’ouvre plus rien");
        assertThat(stranger.get(link).status()).isEqualTo(404);
    }

    @Test
    void what_is_frozen_for_the_exam_reaches_the_jury_and_can_be_checked_from_the_file_alone() throws IOException {
        Browser emma = Served.as("emma");
        String exam = dossier(emma) + "/exam";
        emma.get(exam);
        emma.post(exam, "unit", "Épreuve E2");
        assertThat(emma.words()).contains("À corriger");
        String bloc =
                emma.find(Pattern.compile("name=\"blocs\" value=\"([^\"]+)\"")).orElseThrow();
        emma.post(exam, "unit", "Épreuve E2", "blocs", bloc);
        String file = emma.path();
        String production =
                emma.find(Pattern.compile("<option value=\"([0-9a-f-]{36})\"")).orElseThrow();
        emma.post(file + "/choose", "revision", revision(emma), "production", production);
        assertThat(emma.words()).contains("Le choix est enregistré");
        Browser teacher = Served.as("c.reference");
        teacher.get(file);
        teacher.post(file + "/advise", "text", "Montrez aussi la version d’avant.");
        assertThat(emma.get(file).words()).contains("Montrez aussi la version d’avant.");
        emma.post(file + "/seal", "revision", revision(emma));
        assertThat(emma.words()).contains("cochez la case");
        emma.post(file + "/seal", "revision", revision(emma), "sure", "yes");
        assertThat(emma.words()).contains("Le dossier est figé", "Épreuve E2");
        emma.post(emma.link(exam + "/sealed/[0-9a-f-]+") + "/jury", "until", "2027-07-30");
        String link = emma.find(LINK).orElseThrow();

        Browser jury = Served.stranger();
        assertThat(jury.get(link).words()).contains("Épreuve E2", "Empreinte").doesNotContain("Montrez aussi");
        byte[] sealed = jury.get(link + "/file").bytes();
        Path kept = Files.write(folder.resolve("sealed.zip"), sealed);
        assertThat(SealedFile.verify(kept).whole()).isTrue();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(sealed))) {
            assertThat(in.getNextEntry()).isNotNull();
        }
        jury.get("/check");
        jury.upload("/check", "sealed.zip", "application/zip", sealed);
        assertThat(jury.words()).contains("Le fichier est entier");
        sealed[sealed.length / 2] ^= 1;
        jury.upload("/check", "sealed.zip", "application/zip", sealed);
        assertThat(jury.words()).contains("pas ce qui a été figé");
    }

    @Test
    void a_badge_is_asked_for_offered_and_accepted_under_a_name_and_none_is_taken_without_a_reason() {
        Browser emma = Served.as("emma");
        String badges = dossier(emma) + "/badges";
        assertThat(emma.get(badges).words()).contains("Commerce en ligne", "accepté");
        emma.post(emma.link(badges + "/[0-9a-f-]+/revoke"), "revision", revision(emma), "reason", "");
        assertThat(emma.words()).contains("À remplir", "accepté");

        emma.post(emma.link(badges + "/[0-9a-f-]+/revoke"), "revision", "99", "reason", "Pour voir");
        assertThat(emma.words())
                .as("of another revision")
                .contains("a changé entre-temps")
                .doesNotContain("thing.");

        emma.post(emma.link(badges + "/[0-9a-f-]+/take"));
        assertThat(emma.words()).as("a minor's stays here").contains("aucune autorisation pour les badges");
        Browser teacher = Served.as("c.reference");
        String authorisations = dossier(emma) + "/authorisations";
        teacher.get(authorisations);
        teacher.post(
                authorisations,
                "kind",
                "BADGE",
                "person",
                "emma",
                "age",
                "of-age",
                "project",
                "Mes badges",
                "use",
                "Les montrer",
                "recipients",
                "Qui je veux",
                "until",
                "2028-12-31",
                "key",
                "b");
        emma.get(authorisations);
        emma.post(emma.link(authorisations + "/[0-9a-f-]+/give"));
        emma.get(badges);
        emma.post(emma.link(badges + "/[0-9a-f-]+/take"));
        assertThat(emma.header("Content-Disposition")).startsWith("attachment");
        assertThat(emma.page()).contains("OpenBadgeCredential", "eddsa-rdfc-2022", "Emma Exemple");

        Browser malo = Served.as("malo");
        String own = dossier(malo) + "/badges";
        malo.get(own);
        String badge =
                malo.find(Pattern.compile("<option value=\"([0-9a-f-]{36})\"")).orElseThrow();
        malo.post(own, "badge", badge, "words", "J’ai monté la boutique.", "key", "k-1");
        assertThat(malo.words()).contains("Le badge est demandé", "J’ai monté la boutique.");
        teacher.get(own);
        teacher.post(own + "/offer", "badge", badge, "level", "", "reason", "Vu deux fois.", "key", "k-2");
        assertThat(teacher.words()).as("a badge of a competency states a level").contains("À corriger");
        String level = teacher.find(Pattern.compile("<option value=\"([a-z][a-z-]+)\""))
                .orElseThrow();
        teacher.post(own + "/offer", "badge", badge, "level", level, "reason", "Vu deux fois.", "key", "k-3");
        assertThat(teacher.words()).contains("Le badge est proposé");
        malo.get(own);
        malo.post(malo.link(own + "/[0-9a-f-]+/accept"), "revision", revision(malo), "name", "Malo Modèle");
        assertThat(malo.words()).contains("Le badge est à vous", "accepté");
    }

    @Test
    void what_peers_wrote_is_read_answered_and_rated() {
        Browser emma = Served.as("emma");
        String reviews = dossier(emma) + "/reviews";
        assertThat(emma.get(reviews).words()).contains("pair");
        emma.post(emma.link(reviews + "/[0-9a-f-]+/rate"), "usefulness", "USEFUL");
        assertThat(emma.words()).contains("Merci, c’est noté");
    }
}
