package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What those do who run a school: years, roles, requests, erasing, leaving, copies. */
@ResourceLock("what goes, to which a page just led")
class SchoolRoomsTest {
    private static final String LIST = """
            person;name;role;cohort
            z.alix;Alix Essai;learner;TSNO B
            z.bilal;Bilal Essai;learner;TSNO B
            z.prof;Paul Essai;teacher;TSNO B
            """;

    private static final Pattern ADOPTION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    /** A class of one learner, for what would disturb the others. */
    private static void begun(Browser head, String cohort, String learner) {
        String list = "person;name;role;cohort\n" + learner + ";Essai;learner;" + cohort + "\n";
        head.get("/school/year");
        String adoption = head.find(ADOPTION).orElseThrow();
        head.post("/school/year/preview", "cohort", cohort, "roster", list, "adoption", adoption);
        String seen = head.find(SEEN).orElseThrow();
        head.post("/school/year", "cohort", cohort, "roster", list, "adoption", adoption, "seen", seen);
        assertThat(head.words()).contains("La rentrée de " + cohort + " est faite");
    }

    @Test
    void a_year_is_looked_at_begun_and_ended_and_who_leaves_takes_their_dossier_along() throws IOException {
        Browser head = Served.as("proviseure");
        head.get("/school/year");
        head.post("/school/year/preview", "cohort", "TSNO B", "roster", "n’importe quoi");
        assertThat(head.words()).contains("À corriger");
        assertThat(head.page()).contains("n’importe quoi");
        String adoption = head.find(ADOPTION).orElseThrow();
        head.post("/school/year/preview", "cohort", "TSNO B", "roster", LIST, "adoption", adoption);
        assertThat(head.words()).contains("Rien n’est encore fait", "Alix Essai");
        String seen = head.find(SEEN).orElseThrow();
        head.post("/school/year", "cohort", "TSNO B", "roster", LIST, "adoption", adoption, "seen", "another");
        assertThat(head.words()).contains("quelque chose a changé depuis");
        head.get("/school/year");
        head.post("/school/year", "cohort", "TSNO B", "roster", LIST, "adoption", adoption, "seen", seen);
        assertThat(head.words()).contains("La rentrée de TSNO B est faite", "TSNO B");

        String end = head.find(Pattern.compile("(?s)TSNO B</span>.*?href=\"(/classes/[0-9a-f-]{36}/end)\""))
                .orElseThrow();
        head.get(end);
        head.post(end + "/preview", "leaving", "z.alix", "until", "2027-12-31");
        assertThat(head.words()).contains("Rien n’est encore fait", "Alix Essai", "part");
        head.post(end, "leaving", "z.alix", "until", "2027-12-31");
        assertThat(head.words()).contains("cochez la case");
        head.get(end);
        head.post(end, "leaving", "z.alix", "until", "2027-12-31", "sure", "yes");
        assertThat(head.words()).contains("L’année de TSNO B est close");
        Pattern strip = Pattern.compile("z\\.alix\\) : http://127\\.0\\.0\\.1:\\d+(/p/\\S+) code");
        String link = head.find(strip).orElseThrow();
        String code = head.find(Pattern.compile("code ([^<\\s]+)</p>")).orElseThrow();

        Browser alix = Served.stranger();
        assertThat(alix.get(link).words()).contains("il reste");
        alix.post(link, "code", "AAAA-AAAA");
        assertThat(alix.words()).contains("À corriger");
        alix.post(link, "code", code);
        assertThat(alix.header("Content-Disposition")).startsWith("attachment");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(alix.bytes()))) {
            assertThat(in.getNextEntry()).isNotNull();
        }
    }

    private static void give(Browser head, String person, String until) {
        String[] form = {"person", person, "role", "DPO", "over", "", "until", until, "key", "g"};
        head.post("/school/people/grants", form);
    }

    @Test
    void a_role_is_given_for_a_time_and_taken_back_and_only_the_head_does_so() {
        Browser head = Served.as("proviseure");
        assertThat(head.get("/school/people?name=dur").words()).contains("Durand");
        String person = "/school/people?person=y.nouvelle";
        head.get(person);
        give(head, "y.nouvelle", "le 3 mai");
        assertThat(head.words()).contains("À corriger");
        head.post("/school/people/grants", "person", "y.nouvelle", "role", "DPO", "over", "no-id");
        assertThat(head.words()).contains("Choisissez dans la liste");
        give(head, "y.nouvelle", "2027-12-31");
        assertThat(head.words()).contains("Le rôle est donné", "31 déc. 2027");
        head.post(head.link("/school/people/grants/[0-9a-f-]+/revoke"), "person", "y.nouvelle");
        assertThat(head.words()).contains("Le rôle est retiré");
        head.post("/school/people/name", "person", "y.nouvelle", "name", "Yaël Nouvelle");
        assertThat(head.words()).contains("Yaël Nouvelle");
        Browser teacher = Served.as("m.durand");
        teacher.get("/");
        teacher.post("/school/people/grants", "person", "m.durand", "role", "HEAD", "over", "", "until", "");
        assertThat(teacher.status()).isEqualTo(403);
    }

    private static void ask(Browser head, String person) {
        head.get("/school/privacy");
        String[] form = {"person", person, "right", "ACCESS", "detail", "Mes données", "receivedOn", "2027-06-01"};
        head.post("/school/privacy/requests", form);
    }

    @Test
    void a_request_is_recorded_and_answered_and_the_register_is_a_file() {
        Browser head = Served.as("proviseure");
        head.get("/school/privacy");
        ask(head, "");
        assertThat(head.words()).contains("À remplir");
        assertThat(head.page()).contains("Mes données");
        ask(head, "yanis");
        assertThat(head.words()).contains("La demande est notée", "Mes données");
        assertThat(head.get("/school/privacy/register").header("Content-Disposition"))
                .startsWith("attachment");
        assertThat(head.page()).contains("30");
    }

    @Test
    void nobody_is_erased_before_the_plan_was_read_and_the_name_typed_again() {
        Browser head = Served.as("proviseure");
        begun(head, "TSNO C", "z.cyril");
        String plan = "/school/erasure?person=z.cyril";
        assertThat(head.get(plan).words()).contains("Rien n’est encore fait", "Dernière étape");
        String mark =
                head.find(Pattern.compile("name=\"plan\" value=\"([^\"]+)\"")).orElseThrow();
        head.post("/school/erasure", "person", "z.cyril", "plan", mark, "again", "z.cyril");
        assertThat(head.words()).contains("cochez la case");
        head.post("/school/erasure", "person", "z.cyril", "plan", mark, "again", "tom", "sure", "yes");
        assertThat(head.words()).contains("retapez l’identifiant");
        head.post("/school/erasure", "person", "z.cyril", "plan", mark, "again", "z.cyril", "sure", "yes");
        assertThat(head.words()).contains("C’est effacé");
        assertThat(Served.as("m.durand").get("/school/erasure?person=tom").status())
                .isEqualTo(403);
    }

    @Test
    void a_learner_leaves_in_three_steps() {
        Browser head = Served.as("proviseure");
        begun(head, "TSNO D", "z.dora");
        String dora = "/school/departure?person=z.dora";
        assertThat(head.get(dora).words()).contains("Aucun dossier à emporter").doesNotContain("2. Fermer");
        head.post("/school/departure/pack", "person", "z.dora");
        assertThat(head.words()).contains("a été relu en entier", "2. Fermer les dossiers");
        head.post("/school/departure/close", "person", "z.dora", "until", "2027-12-31");
        assertThat(head.words()).contains("cochez la case");
        head.post("/school/departure/close", "person", "z.dora", "until", "2027-12-31", "sure", "yes");
        assertThat(head.words()).contains("Les dossiers sont fermés", "3. Le remettre");
        head.post("/school/departure/hand", "person", "z.dora", "until", "2027-12-31");
        assertThat(head.words()).contains("Code, à donner à part");
    }

    @Test
    void a_copy_of_everything_is_a_file_and_the_journal_tells_no_names() {
        Browser head = Served.as("proviseure");
        head.get("/school/upkeep");
        head.post("/school/upkeep/check");
        assertThat(head.words()).contains("Tout est entier");
        head.get("/school/upkeep");
        head.post("/school/upkeep/backup");
        assertThat(head.header("Content-Disposition")).startsWith("attachment");
        assertThat(new String(head.bytes(), 0, 15, StandardCharsets.US_ASCII)).isEqualTo("SQLite format 3");
        head.get("/school/journal");
        assertThat(head.words()).contains("La suite").doesNotContain("Emma", "Durand");
        assertThat(head.get(head.link("/school/journal\\?after=[^\"]+")).status())
                .isEqualTo(200);
    }

    private static void authorise(Browser teacher, String dossier, String use) {
        String[] asked = {"kind", "RECORDING", "person", "lina", "project", "Oral de juin", "use", use};
        String[] rest = {"recipients", "La classe", "until", "2027-12-31", "key", "a"};
        teacher.post(
                dossier + "/authorisations",
                Stream.of(asked, rest).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void a_representative_sees_what_is_published_signs_and_takes_it_back() {
        Browser mother = Served.as("mme.fictive");
        assertThat(mother.get("/").words()).contains("Ceux que je représente", "Lina Fictive");
        String dossier = mother.link("/dossiers/[0-9a-f-]{36}");
        assertThat(mother.get(dossier).words()).contains("Lina Fictive");
        assertThat(mother.page()).doesNotContain("/projects", "/showcases", "/position?");
        assertThat(mother.get(dossier + "/projects").status()).isIn(403, 404);
        Browser teacher = Served.as("c.reference");
        teacher.get(dossier + "/authorisations");
        authorise(teacher, dossier, "");
        assertThat(teacher.words()).contains("À remplir");
        authorise(teacher, dossier, "En parler avec l’équipe");
        assertThat(teacher.words()).contains("C’est demandé");
        mother.get(dossier + "/authorisations");
        mother.post(mother.link(dossier + "/authorisations/[0-9a-f-]+/give"));
        assertThat(mother.words()).contains("Merci : votre accord est gardé");
        String withdraw = mother.link(dossier + "/authorisations/[0-9a-f-]+/withdraw");
        mother.post(withdraw);
        assertThat(mother.words()).contains("cochez la case");
        mother.post(withdraw, "sure", "yes");
        assertThat(mother.words()).contains("C’est retiré");
    }
}
