package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A learner's week: capturing, saying where one stands, looking back, and who reads it all. */
@ResourceLock("the tutor's link, of which a new one ends the one before")
class LearnerStoryTest {
    private static final byte[] DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);

    private static String dossier(Browser learner) {
        return learner.get("/").link("/dossiers/[0-9a-f-]{36}");
    }

    @Test
    void captures_a_file_with_a_title_and_saves_it_as_it_was_and_as_nothing_but_a_file() {
        Browser emma = Served.as("emma");
        String dossier = dossier(emma);
        emma.get(dossier + "/capture");
        emma.upload(
                dossier + "/capture",
                "plan.svg",
                "image/svg+xml",
                DRAWING,
                "title",
                "Plan du réseau <script>alert('x')</script>",
                "competencies",
                "C2.2",
                "people",
                "nobody",
                "alternative",
                "Un plan");
        assertThat(emma.status()).as(emma.words()).isEqualTo(200);
        assertThat(emma.words()).contains("est dans votre dossier", "plan.svg", "C2.2");
        assertThat(emma.page()).contains("Plan du réseau &lt;script&gt;").doesNotContain("<script>alert");

        String file = emma.link(dossier + "/productions/[0-9a-f-]{36}/files/[0-9a-f]{64}");
        emma.get(file);
        assertThat(emma.status()).isEqualTo(200);
        assertThat(emma.bytes()).isEqualTo(DRAWING);
        assertThat(emma.header("Content-Disposition")).startsWith("attachment;").contains("plan.svg");
        assertThat(emma.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(emma.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(emma.header("Cache-Control")).isEqualTo("private, no-cache");

        String etag = emma.header("ETag");
        emma.get(file, "Range", "bytes=0-3");
        assertThat(emma.status()).isEqualTo(206);
        assertThat(emma.header("Content-Range")).isEqualTo("bytes 0-3/" + DRAWING.length);
        assertThat(new String(emma.bytes(), StandardCharsets.UTF_8)).isEqualTo("<svg");
        assertThat(emma.get(file, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(emma.get(file, "Range", "bytes=99999-").status()).isEqualTo(416);
    }

    @Test
    void a_picture_needs_a_word_on_who_is_in_it_and_a_missing_title_is_said_beside_its_field() {
        Browser emma = Served.as("emma");
        String dossier = dossier(emma);
        emma.get(dossier + "/capture");
        emma.upload(dossier + "/capture", "photo.png", "image/png", new byte[] {1, 2, 3}, "title", "Mon poste");
        assertThat(emma.status()).isEqualTo(422);
        assertThat(emma.words()).contains("Dites si l’on reconnaît quelqu’un", "Choisissez de nouveau le fichier");
        assertThat(emma.page()).contains("value=\"Mon poste\"");

        emma.post(dossier + "/capture", "title", " ", "description", "Sans titre");
        assertThat(emma.status()).isEqualTo(422);
        assertThat(emma.page()).contains("id=\"title-wrong\"", "Sans titre");
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void removes_a_production_after_being_asked() {
        Browser tom = Served.as("tom");
        String dossier = dossier(tom);
        tom.get(dossier + "/capture");
        tom.post(dossier + "/capture", "title", "À jeter");
        String remove = tom.link(dossier + "/productions/[0-9a-f-]{36}/remove");
        assertThat(tom.get(remove).words()).contains("Supprimer « À jeter » ?", "Non, la garder");
        tom.post(remove);
        assertThat(tom.words()).contains("« À jeter » est supprimée");
        assertThat(tom.get(remove).status()).isEqualTo(404);
    }

    @Test
    void a_self_assessment_is_a_draft_for_oneself_until_it_is_published() {
        Browser chloe = Served.as("chloe");
        String dossier = dossier(chloe);
        chloe.get(dossier + "/self-assessment?competency=C2.1");
        chloe.post(
                dossier + "/self-assessment", "competency", "C2.1", "because", "Un brouillon de Chloé.", "act", "save");
        assertThat(chloe.words()).contains("vous seul le voyez");
        Browser teacher = Served.as("c.reference");
        assertThat(teacher.get(dossier).words()).contains("C2.1").doesNotContain("Un brouillon de Chloé.");

        String draft = chloe.get("/").link(dossier + "/self-assessment\\?draft=[0-9a-f-]{36}");
        chloe.get(draft);
        assertThat(chloe.page()).contains("Un brouillon de Chloé.");
        String id = draft.substring(draft.indexOf('=') + 1);
        chloe.post(
                dossier + "/self-assessment",
                "draft",
                id,
                "competency",
                "C2.1",
                "because",
                "Un brouillon de Chloé.",
                "act",
                "publish");
        assertThat(chloe.status()).isEqualTo(422);
        assertThat(chloe.words()).contains("Choisissez un niveau");
        chloe.post(
                dossier + "/self-assessment",
                "draft",
                id,
                "competency",
                "C2.1",
                "level",
                "en-cours",
                "because",
                "J’installe avec la fiche.",
                "gaps",
                "Les droits.",
                "act",
                "publish");
        assertThat(chloe.words()).contains("Votre auto-évaluation en C2.1 est publiée", "J’installe avec la fiche.");
        assertThat(teacher.get(dossier).words()).contains("J’installe avec la fiche.", "auto-évaluation");
        chloe.post(
                dossier + "/self-assessment", "draft", id, "competency", "C2.1", "level", "acquis", "act", "publish");
        assertThat(chloe.words()).contains("Ce brouillon n’est plus là");
    }

    @Test
    void looks_back_on_an_action_guided_by_questions_and_shares_it() {
        Browser yanis = Served.as("yanis");
        String dossier = dossier(yanis);
        yanis.get(dossier + "/reflection?template=explicitation@1");
        List<String> form = new ArrayList<>(
                List.of("template", "explicitation@1", "action", "Retirer un droit", "setting", "", "act", "share"));
        assertThat(yanis.post(dossier + "/reflection", form.toArray(String[]::new))
                        .status())
                .as("the questions that are needed")
                .isEqualTo(422);
        assertThat(yanis.page()).contains("value=\"Retirer un droit\"", "id=\"answers-wrong\"");
        form.addAll(List.of("answer.begin", "J’ai ouvert la liste des profils.", "answer.how", "Un par un."));
        yanis.post(dossier + "/reflection", form.toArray(String[]::new));
        assertThat(yanis.status()).as(yanis.words()).isEqualTo(200);
        assertThat(yanis.words()).contains("partagée avec l’équipe", "J’ai ouvert la liste des profils.");
        String shared = yanis.path();
        assertThat(Served.as("m.durand").get(shared).words()).contains("Un par un.");
        assertThat(Served.as("emma").get(shared).status()).isEqualTo(404);
    }

    @Test
    void sets_a_goal_goes_its_steps_claims_it_with_evidence_and_a_teacher_confirms() {
        Browser lina = Served.as("lina");
        String dossier = dossier(lina);
        lina.get(dossier + "/goal");
        lina.post(dossier + "/goal", "competency", "C2.3", "steps", "Lister les profils");
        assertThat(lina.status()).isEqualTo(422);
        assertThat(lina.page()).contains("Choisissez un niveau", "Lister les profils");
        lina.post(
                dossier + "/goal",
                "competency",
                "C2.3",
                "level",
                "acquis",
                "dueOn",
                "2027-12-01",
                "steps",
                "Lister les profils\nRetirer les droits inutiles");
        String goal = lina.path();
        assertThat(lina.words()).contains("L’objectif est fixé", "Retirer les droits inutiles");
        lina.post(goal + "/step", "revision", revision(lina), "index", "0", "act", "complete");
        assertThat(lina.page()).contains("☑");
        assertThat(lina.post(goal + "/step", "revision", "1", "index", "1", "act", "complete")
                        .status())
                .as("a page that is older than the goal")
                .isEqualTo(409);
        lina.get(goal);
        lina.post(goal + "/claim", "revision", revision(lina), "note", "Tout est revu.");
        assertThat(lina.page()).as("without evidence").contains("role=\"alert\"", "Tout est revu.");

        lina.get(dossier + "/capture");
        lina.post(dossier + "/capture", "title", "Liste des profils");
        String production = lina.path().substring(lina.path().lastIndexOf('/') + 1);
        lina.get(goal);
        lina.post(goal + "/claim", "revision", revision(lina), "note", "Tout est revu.", "evidence", production);
        assertThat(lina.words()).contains("un enseignant répondra", "déclaré atteint");

        Browser teacher = Served.as("m.durand");
        teacher.get(goal);
        teacher.post(goal + "/answer", "revision", revision(teacher), "note", "Oui, vu.", "act", "confirm");
        assertThat(teacher.words()).contains("La réponse est donnée", "atteint", "Oui, vu.");
        assertThat(Served.as("emma").get(goal).status()).isEqualTo(404);
    }

    private static String revision(Browser browser) {
        return browser.find(Pattern.compile("name=\"revision\" value=\"(\\d+)\""))
                .orElseThrow();
    }

    @Test
    void leaves_the_page_with_a_booklet_to_print() throws IOException {
        Browser emma = Served.as("emma");
        emma.get(dossier(emma) + "/booklet");
        assertThat(emma.header("Content-Disposition")).startsWith("attachment;").contains("livret-");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(emma.bytes()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) names.add(each.getName());
        }
        assertThat(names).contains("index.html");
        assertThat(Served.as("tom").get(dossier(emma) + "/booklet").status()).isEqualTo(404);
    }

    @Test
    void sees_who_can_read_and_why_and_leaves_with_everything() throws IOException {
        Served.as("m.durand").get(dossier(Served.as("ines")));
        Browser ines = Served.as("ines");
        ines.get("/privacy");
        assertThat(ines.words())
                .contains("Qui peut lire mon dossier", "Marc Durand-Fictif", "enseignant", "CS SNO 2026")
                .contains("lire une réalisation");
        ines.post("/privacy/export");
        assertThat(ines.header("Content-Type")).isEqualTo("application/zip");
        assertThat(ines.header("Content-Disposition")).startsWith("attachment;");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ines.bytes()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) names.add(each.getName());
        }
        assertThat(names).contains("index.html", "records.jsonl");
    }

    @Test
    void sees_that_the_head_opened_the_dossier_for_a_reason_and_the_head_sees_no_other() {
        Browser malo = Served.as("malo");
        String dossier = dossier(malo);
        Browser head = Served.as("proviseure");
        assertThat(head.get(dossier).status()).isEqualTo(403);
        String learners = head.get("/")
                .find(Pattern.compile("(?s)CS SNO 2026<.*?href=\"(/classes/[0-9a-f-]{36}/learners)\""))
                .orElseThrow();
        head.get(learners);
        String cohort = learners.split("/")[2];
        head.post(dossier + "/openings", "cohort", cohort, "reason", "", "hours", "4");
        assertThat(head.words()).contains("Indiquez le motif");
        head.post(dossier + "/openings", "cohort", cohort, "reason", "Recours d’essai", "hours", "100");
        assertThat(head.page()).as("nothing typed is lost").contains("role=\"alert\"", "Recours d’essai</textarea>");
        head.post(dossier + "/openings", "cohort", cohort, "reason", "Recours d’essai", "hours", "4");
        assertThat(head.path()).isEqualTo(dossier);
        assertThat(head.words()).contains("Malo Modèle", "l’apprenant le voit");
        assertThat(head.get(dossier(Served.as("tom"))).status()).isEqualTo(403);

        assertThat(malo.get("/privacy").words()).contains("Ouvert à la direction pour un motif", "Recours d’essai");
        head.get(learners);
        head.post(head.link(dossier + "/openings/[0-9a-f-]{36}/close"), "cohort", cohort);
        assertThat(head.words()).contains("Le dossier est refermé");
        assertThat(head.get(dossier).status()).isEqualTo(403);
    }

    @Test
    @ResourceLock("what Emma's tutor answered")
    void a_tutor_without_an_account_answers_three_questions_and_the_learner_reads_it_beside_the_other_voices() {
        Browser emma = Served.as("emma");
        String dossier = dossier(emma);
        Browser teacher = Served.as("c.reference");
        teacher.get(dossier);
        assertThat(teacher.words()).contains("La Boutique d’Exemple");
        teacher.post(teacher.link(dossier + "/periods/[0-9a-f-]{36}/invite"));
        String link =
                teacher.find(Pattern.compile("class=\"address\">(http[^<]+)<")).orElseThrow();
        assertThat(teacher.get(dossier).page()).as("shown once").doesNotContain(link);

        emma.get(dossier);
        String production = emma.link(dossier + "/productions/[0-9a-f-]{36}");
        emma.get(production);
        String show = emma.link(dossier + "/periods/[0-9a-f-]{36}/shown/[0-9a-f-]{36}");
        emma.post(show, "words", "Faite seule.", "act", "show");
        assertThat(emma.words()).contains("Votre tuteur voit cette réalisation");

        Browser tutor = Served.stranger();
        tutor.get(link);
        assertThat(tutor.words()).contains("Emma Exemplaire", "La Boutique d’Exemple", "en autonomie");
        assertThat(tutor.words()).contains("Faite seule.").doesNotContain("Marc Durand", "C3.2");
        assertThat(tutor.header("Referrer-Policy")).isEqualTo("no-referrer");
        tutor.post(link, "name", "Karim Exemple", "alone", " ", "help", "Pour la caisse.");
        assertThat(tutor.status()).isEqualTo(422);
        assertThat(tutor.page()).contains("id=\"alone-wrong\"", "Pour la caisse.");
        tutor.post(
                link,
                "name",
                "Karim Exemple",
                "alone",
                "A conseillé trois clients.",
                "help",
                "Pour la caisse.",
                "advice",
                "Oser demander.",
                "level.C3.1",
                "acquis",
                "level.C2.1",
                "");
        assertThat(tutor.words()).contains("Merci", "A conseillé trois clients.");

        emma.get(dossier);
        assertThat(emma.words()).contains("A conseillé trois clients.", "Oser demander.", "tuteur");
        emma.get(production);
        emma.post(show, "act", "hide");
        assertThat(tutor.get(link).words()).doesNotContain("Faite seule.");
    }
}
