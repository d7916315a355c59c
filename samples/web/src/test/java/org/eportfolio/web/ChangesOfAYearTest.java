package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.exchange.roster.AafFiles;
import org.eportfolio.exchange.roster.Rosters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What changes during a year: the lists of the school, who teaches a class, when levels are shown, the day of a milestone. */
@ResourceLock("the folders of lists that are looked at")
@ResourceLock("what goes, to which a page just led")
class ChangesOfAYearTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private static final String CSV = """
            person;name;role;cohort
            y.alix;Alix Fictif;learner;2FICT
            y.bilal;Bilal Fictif;learner;2FICT
            y.prof;Paul Fictif;teacher;2FICT
            """;

    private static byte[] siecle() {
        Charset latin = Charset.forName("ISO-8859-15");
        String two = """
                <ELEVE ELEVE_ID="1001"><NOM_DE_FAMILLE>FICTIF</NOM_DE_FAMILLE><PRENOM>Noé</PRENOM></ELEVE>
                <ELEVE ELEVE_ID="1002"><NOM_DE_FAMILLE>INVENTÉE</NOM_DE_FAMILLE><PRENOM>Inès</PRENOM></ELEVE>
                """;
        return new String(Rosters.siecle(two), latin).replace("2SNO", "2SIECLE").getBytes(latin);
    }

    private static byte[] aaf() {
        String prefix = "export/ENT_" + AafFiles.UAI + "_Complet_20260901_";
        return AafFiles.zip(Map.of(
                prefix + "EtabEducNat_0000.xml",
                AafFiles.file(AafFiles.school("77", AafFiles.UAI)),
                prefix + "Eleve_0000.xml",
                AafFiles.file(AafFiles.pupil("7101", "Inès", "INVENTÉE", "77", "2AAF"))));
    }

    private static byte[] oneRoster() {
        Map<String, String> files = Rosters.oneRoster();
        files.replaceAll((name, text) -> text.replace("2SNO", "2ROSTER"));
        return Rosters.zip(files);
    }

    private static Browser sent(String name, byte[] bytes, String... fields) {
        Browser head = Served.as("proviseure");
        assertThat(head.get("/").page()).contains("/school/roster");
        head.get("/school/roster");
        return head.upload("/school/roster/preview", name, "application/octet-stream", bytes, fields);
    }

    private static void broughtIn(Browser head, String cohort) {
        assertThat(head.words()).contains("Rien n’est encore fait", cohort);
        String seen = head.find(SEEN).orElseThrow(() -> new AssertionError(head.words()));
        assertThat(Served.as("proviseure").get("/").words()).doesNotContain(cohort);
        head.post("/school/roster", "seen", seen);
        assertThat(head.words()).contains("C’est fait. Changements");
        assertThat(head.words()).contains(cohort);
    }

    @Test
    void lists_of_a_school_from_each_system_are_looked_at_and_then_brought_in() throws IOException {
        long before = folders();
        broughtIn(sent("liste.csv", CSV.getBytes(StandardCharsets.UTF_8)), "2FICT");
        assertThat(folders()).as("the file is gone once it was brought in").isEqualTo(before);
        broughtIn(sent("élèves.xml", siecle()), "2SIECLE");
        broughtIn(sent("oneroster.zip", oneRoster()), "2ROSTER");
        broughtIn(sent("export.zip", aaf(), "format", "aaf"), "2AAF");
        Browser again = sent("liste.csv", CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(again.words()).contains("Cela ne changerait rien");
    }

    @Test
    void a_file_that_is_no_list_is_refused_beside_its_field_and_nothing_stays_of_it() throws IOException {
        long before = folders();
        Browser head = sent("liste.csv", "n’importe quoi".getBytes(StandardCharsets.UTF_8));
        assertThat(head.path()).isEqualTo("/school/roster");
        assertThat(head.words()).contains("À corriger");
        assertThat(sent("vide.csv", new byte[0]).words()).contains("À corriger", "À remplir");
        String[] marked = {"absent", "stay", "issuer", "../../etc"};
        assertThat(sent("../../etc/passwd", "x".getBytes(StandardCharsets.UTF_8), marked)
                        .words())
                .contains("À corriger");
        assertThat(folders()).isEqualTo(before);
        head.get("/school/roster");
        head.post("/school/roster", "seen", "x");
        assertThat(head.words()).contains("le fichier n’est plus là");
        assertThat(head.words())
                .as("nothing is written by a page that was not shown")
                .doesNotContain("C’est fait");
    }

    @Test
    void a_list_by_which_learners_leave_is_brought_in_once_the_box_is_ticked() {
        LocalDate today = Served.today();
        String list =
                "person;name;role;cohort;from;until\nz.alix;Alix Fictif;learner;2PART;" + today.minusDays(3) + ";";
        broughtIn(sent("liste.csv", list.getBytes(StandardCharsets.UTF_8)), "2PART");
        String left = list + today.minusDays(2);
        Browser head = sent("liste.csv", left.getBytes(StandardCharsets.UTF_8));
        assertThat(head.words()).contains("Départs : 1", "Élèves qui quittent leur classe : 1");
        String seen = head.find(SEEN).orElseThrow();
        head.post("/school/roster", "seen", seen);
        assertThat(head.words()).contains("cochez la case", "Départs : 1");
        assertThat(head.words()).doesNotContain("C’est fait");
        head.post("/school/roster", "seen", head.find(SEEN).orElseThrow(), "sure", "yes");
        assertThat(head.words()).contains("C’est fait. Changements : 1");
    }

    @Test
    void what_changed_since_it_was_looked_at_is_looked_at_again() {
        String list = CSV.replace("2FICT", "2SINCE").replace("y.", "x.");
        Browser one = sent("liste.csv", list.getBytes(StandardCharsets.UTF_8));
        String seen = one.find(SEEN).orElseThrow();
        broughtIn(sent("liste.csv", list.getBytes(StandardCharsets.UTF_8)), "2SINCE");
        one.post("/school/roster", "seen", seen);
        assertThat(one.words()).contains("quelque chose a changé depuis");
    }

    @Test
    void lists_are_for_those_who_run_the_school_and_their_files_go_with_the_session() throws IOException {
        Browser teacher = Served.as("m.durand");
        assertThat(teacher.get("/school/roster").status()).isEqualTo(404);
        teacher.get("/");
        long before = folders();
        teacher.upload("/school/roster/preview", "l.csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(teacher.status()).isEqualTo(404);
        assertThat(folders()).isEqualTo(before);
    }

    private static long folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().matches("roster-\\d+"))
                    .count();
        }
    }

    /** A class of its own, where nothing disturbs another test. */
    private static String classOf(String cohort, String teacher) {
        String list = "person;name;role;cohort\nw.eleve;Une Élève;learner;" + cohort + "\n" + teacher
                + ";Un Prof;teacher;" + cohort + "\n";
        Browser head = sent("liste.csv", list.getBytes(StandardCharsets.UTF_8));
        head.post("/school/roster", "seen", head.find(SEEN).orElseThrow());
        return head.find(Pattern.compile("(?s)" + cohort + "</span>.*?href=\"(/classes/[0-9a-f-]{36})/end\""))
                .orElseThrow();
    }

    @Test
    void a_teacher_is_replaced_from_a_day_on_once_it_was_looked_at() {
        String cohort = classOf("2REMPL", "w.prof");
        Browser head = Served.as("proviseure");
        assertThat(head.get("/").page()).contains(cohort + "/handover");
        head.get(cohort + "/handover");
        assertThat(head.words()).contains("Aucun remplacement");
        assertThat(head.page()).contains("<option value=\"\" selected");
        head.post(cohort + "/handover/preview", "from", "w.prof", "to", "", "on", "2027-08-01");
        assertThat(head.words()).contains("À remplir");
        assertThat(head.page()).contains("<option value=\"w.prof\" selected");
        head.post(cohort + "/handover/preview", "from", "", "to", "m.durand", "on", "2099-01-01");
        assertThat(head.words()).as("no one is replaced by oversight").contains("À remplir");
        head.post(cohort + "/handover/preview", "from", "w.prof", "to", "m.durant", "on", "2099-01-01");
        assertThat(head.words()).contains("personne de l’établissement n’a l’identifiant m.durant");
        assertThat(head.page()).contains("id=\"handover-to-wrong\"");
        head.post(cohort + "/handover/preview", "from", "w.prof", "to", "w.prof", "on", "2099-01-01");
        assertThat(head.words()).contains("À corriger");
        String[] asked = {"from", "w.prof", "to", "m.durand", "on", "2099-01-01"};
        head.post(cohort + "/handover/preview", asked);
        assertThat(head.words()).contains("Un Prof serait remplacé par", "Entretiens : 0");
        head.post(cohort + "/handover", asked);
        assertThat(head.words()).contains("cochez la case", "Aucun remplacement");
        head.post(cohort + "/handover", "from", "w.prof", "to", "m.durand", "on", "2099-01-01", "sure", "yes");
        assertThat(head.words()).contains("Un Prof est remplacé par").doesNotContain("Aucun remplacement");
        assertThat(Served.as("emma").get(cohort + "/handover").status()).isIn(403, 404);
    }

    @Test
    void levels_are_held_back_until_a_day_or_until_it_is_lifted() {
        String cohort = classOf("2EMBARGO", "v.prof");
        Browser head = Served.as("proviseure");
        assertThat(head.get("/").page()).contains(cohort + "/embargo");
        head.get(cohort + "/embargo");
        assertThat(head.words()).contains("Aucune période");
        head.post(cohort + "/embargo", "until", "2020-01-01");
        assertThat(head.words()).contains("À corriger");
        head.post(cohort + "/embargo", "until", "2027-12-31");
        assertThat(head.words()).contains("Les niveaux sont retenus jusqu’au", "en cours");
        String lift = head.link(cohort + "/embargo/[0-9a-f-]{36}/lift");
        String revision = head.find(REVISION).orElseThrow();
        head.post(lift, "revision", revision);
        assertThat(head.words()).contains("tout ce qui était retenu est montré", "levée le");
        head.post(lift, "revision", revision);
        assertThat(head.words()).as("a second press").doesNotContain("C’est levé");
        assertThat(Served.as("emma").get(cohort + "/embargo").status()).isIn(403, 404);
    }

    @Test
    void a_milestone_gets_another_day_for_a_reason_and_the_day_before_stays() {
        Browser tom = Served.as("tom");
        String dossier = tom.get("/").link("/dossiers/[0-9a-f-]{36}");
        tom.get(dossier + "/projects");
        tom.post(dossier + "/projects", "title", "Un réseau", "key", "replan");
        String project = tom.path();
        assertThat(tom.page()).doesNotContain("/replan");
        tom.post(project + "/milestones", "label", "Câblage fini", "plannedOn", "2099-01-01", "key", "a");
        String revision = tom.find(REVISION).orElseThrow();
        String[] asked = {"number", "1", "to", "2099-02-01", "revision", revision};
        tom.post(project + "/replan", asked);
        assertThat(tom.words()).contains("À remplir");
        assertThat(tom.page()).contains("value=\"2099-02-01\"");
        tom.post(
                project + "/replan",
                Stream.concat(Stream.of(asked), Stream.of("reason", "Le matériel manque"))
                        .toArray(String[]::new));
        assertThat(tom.words())
                .contains(
                        "Le jalon est replanifié", "1 févr. 2099", "prévu avant le 1 janv. 2099 : Le matériel manque");
        tom.post(
                project + "/replan",
                Stream.concat(Stream.of(asked), Stream.of("reason", "Encore")).toArray(String[]::new));
        assertThat(tom.words())
                .as("the project changed since")
                .contains("prévu avant le 1 janv. 2099 : Le matériel manque")
                .doesNotContain("Le jalon est replanifié", "prévu avant le 1 févr. 2099");
        assertThat(tom.page()).contains("notice bad");
    }
}
