package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.web.look.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A form that comes when its session has ended: what was typed waits for its author, whichever form it was, and for no one else. */
class UnsentTest {
    private static final String DOSSIER = "/dossiers/[0-9a-f-]{36}";
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea)\\b[^>]*?\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static Browser emmaCaptures() {
        Browser emma = Served.as("emma");
        return emma.get(emma.get("/").link(DOSSIER + "/capture"));
    }

    private static String mark(Browser browser) {
        return browser.find(MARK).orElseThrow();
    }

    /** The form of what was not sent, as its button sends it: the address, then names and values by turns. */
    private static List<String> waiting(Browser browser) {
        Matcher forms = FORM.matcher(browser.page());
        while (forms.find()) {
            if (!forms.group(2).contains("name=\"unsent\"")) continue;
            List<String> form = new ArrayList<>(List.of(forms.group(1)));
            for (MatchResult each : HIDDEN.matcher(forms.group(2)).results().toList()) {
                if (!each.group(1).equals("_csrf")) form.addAll(List.of(each.group(1), text(each.group(2))));
            }
            return form;
        }
        throw new AssertionError("nothing waits in:\n" + browser.words());
    }

    private static String text(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static void sendNow(Browser browser) {
        List<String> form = waiting(browser);
        browser.post(form.get(0), form.subList(1, form.size()).toArray(String[]::new));
    }

    /** The session ends while this is typed; once signed in again its author reads it, and nothing has happened yet. */
    private static void typedInVain(Browser browser, String person, String address, String... fields) {
        browser.withoutSession().post(address, fields);
        assertThat(browser.path()).isEqualTo("/login");
        assertThat(browser.words()).contains("pas envoyé et pas perdu");
        browser.signsIn(person);
        assertThat(browser.path()).as(browser.words()).isEqualTo("/unsent");
        assertThat(waiting(browser).get(0)).isEqualTo(address);
    }

    private static void nothingWaits(Browser browser) {
        assertThat(browser.get("/unsent").path()).isEqualTo("/");
        assertThat(browser.words()).doesNotContain("Pas envoyé");
    }

    @Test
    void a_reflection_is_read_again_and_shared_by_the_button_that_was_meant() {
        Browser sacha = Served.as("sacha");
        String address = sacha.get("/").link(DOSSIER) + "/reflection";
        sacha.get(address + "?template=explicitation@1");
        typedInVain(
                sacha,
                "sacha",
                address,
                "template",
                "explicitation@1",
                "action",
                "Brasser une baie",
                "setting",
                "",
                "answer.begin",
                "J’ai lu <le plan> & \"compté\".\r\nPuis coupé.",
                "answer.how",
                "Port par port.",
                "act",
                "share");
        assertThat(sacha.words())
                .contains("Brasser une baie", "J’ai lu <le plan> & \"compté\".", "Port par port.", "Partager")
                .doesNotContain("explicitation@1");
        sendNow(sacha);
        assertThat(sacha.words()).contains("partagée avec l’équipe", "J’ai lu <le plan> & \"compté\". Puis coupé.");
        nothingWaits(sacha);
    }

    @Test
    void a_self_assessment_waits_on_every_page_until_it_is_thrown_away() {
        Browser lina = Served.as("lina");
        String dossier = lina.get("/").link(DOSSIER);
        lina.get(dossier + "/self-assessment?competency=C2.2");
        typedInVain(
                lina,
                "lina",
                dossier + "/self-assessment",
                "competency",
                "C2.2",
                "level",
                "en-cours",
                "because",
                "Avec la fiche, pas sans.",
                "act",
                "publish");
        assertThat(lina.words()).contains("C2.2", "en-cours", "Avec la fiche, pas sans.", "Publier");
        assertThat(lina.get(dossier).words()).contains("Pas envoyé : 1").doesNotContain("Avec la fiche, pas sans.");
        lina.get("/unsent");
        String id = waiting(lina).get(2);
        lina.post("/unsent", "discarded", id);
        assertThat(lina.path()).isEqualTo("/");
        nothingWaits(lina);
        assertThat(lina.get(dossier).words()).doesNotContain("Avec la fiche, pas sans.");
    }

    @Test
    void the_minutes_of_an_interview_and_a_position_of_the_same_teacher_wait_beside_each_other() {
        Browser teacher = Served.as("m.durand");
        teacher.get(teacher.get("/").link("/classes/[0-9a-f-]{36}"));
        String dossier =
                teacher.find(Pattern.compile("href=\"(" + DOSSIER + ")\">Tom")).orElseThrow();
        teacher.get(dossier + "/interview");
        teacher.post(dossier + "/interview", "purpose", "Bilan interrompu", "startsAt", "2027-07-02T10:00");
        String interview = teacher.path();
        teacher.post(interview + "/prepare");
        String revision = teacher.find(Pattern.compile("name=\"revision\" value=\"(\\d+)\""))
                .orElseThrow();
        String mark = mark(teacher);
        teacher.withoutSession()
                .postUnmarked(
                        dossier + "/position",
                        "_csrf",
                        mark,
                        "competency",
                        "C1.2",
                        "level",
                        "acquis",
                        "because",
                        "Trois fois, devant moi.");
        teacher.postUnmarked(
                interview + "/conduct", "_csrf", mark, "revision", revision, "notes", "Tom veut un vrai cas.");
        assertThat(teacher.path()).isEqualTo("/login");
        teacher.signsIn("m.durand");
        assertThat(teacher.words()).contains("Formulaire 2", "Trois fois, devant moi.", "Tom veut un vrai cas.");
        sendNow(teacher);
        assertThat(teacher.words()).contains("Le niveau en C1.2 est enregistré", "Pas envoyé : 1");
        teacher.get("/unsent");
        sendNow(teacher);
        assertThat(teacher.path()).isEqualTo(interview);
        assertThat(teacher.words()).contains("Tom veut un vrai cas.");
        nothingWaits(teacher);
    }

    @Test
    void what_a_page_refuses_is_shown_there_with_what_is_wrong_and_waits_no_longer() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        typedInVain(emma, "emma", address, "title", " ", "description", "Sans titre, encore");
        sendNow(emma);
        assertThat(emma.status()).isEqualTo(422);
        assertThat(emma.page()).contains("id=\"title-wrong\"", "Sans titre, encore");
        nothingWaits(emma);
    }

    @Test
    void what_had_arrived_although_no_answer_came_is_not_done_twice() {
        Browser malo = Served.as("malo");
        String address = malo.get("/").link(DOSSIER) + "/projects";
        malo.get(address);
        String before = mark(malo);
        malo.post(address, "title", "Jardin connecté", "key", "once-and-no-more");
        String project = malo.path();
        assertThat(project).startsWith(address + "/");
        malo.withoutSession()
                .postUnmarked(address, "_csrf", before, "title", "Jardin connecté", "key", "once-and-no-more");
        malo.signsIn("malo");
        sendNow(malo);
        assertThat(malo.path()).isEqualTo(project);
    }

    @Test
    void who_signed_in_again_in_another_tab_reads_it_at_once() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        String before = mark(emma);
        emma.withoutSession().signsIn("emma").get("/");
        emma.postUnmarked(address, "_csrf", before, "title", "De l’ancienne page");
        assertThat(emma.path()).isEqualTo("/unsent");
        sendNow(emma);
        assertThat(emma.words()).contains("De l’ancienne page");
    }

    @Test
    void another_account_on_the_same_tablet_never_sees_it_and_it_is_gone() {
        Browser tablet = emmaCaptures();
        tablet.withoutSession().post(tablet.path(), "title", "Rien que pour Emma");
        tablet.signsIn("lina");
        assertThat(tablet.path()).isEqualTo("/");
        assertThat(tablet.words()).contains("Lina").doesNotContain("Pas envoyé", "Rien que pour Emma");
        nothingWaits(tablet);
        tablet.post("/logout");
        tablet.signsIn("emma");
        nothingWaits(tablet);
    }

    @Test
    void what_one_account_typed_is_not_taken_while_another_is_signed_in() {
        Browser tablet = emmaCaptures();
        String address = tablet.path();
        String emmas = mark(tablet);
        tablet.withoutSession().signsIn("lina").get("/");
        tablet.postUnmarked(address, "_csrf", emmas, "title", "De l’onglet d’Emma");
        assertThat(tablet.status()).isEqualTo(403);
        assertThat(tablet.words()).contains("La page avait expiré").doesNotContain("De l’onglet d’Emma");
        tablet.post("/logout");
        tablet.signsIn("emma");
        nothingWaits(tablet);
    }

    @Test
    void what_waits_for_one_account_stays_when_a_form_of_another_comes_in_vain_and_the_same_form_waits_once() {
        Browser lina = Served.as("lina");
        String linas = mark(lina.get(lina.get("/").link(DOSSIER + "/capture")));
        String linasForm = lina.path();
        Browser tablet = emmaCaptures();
        String address = tablet.path();
        String emmas = mark(tablet);
        tablet.withoutSession();
        for (int i = 0; i < 2; i++) tablet.postUnmarked(address, "_csrf", emmas, "title", "D’Emma");
        tablet.postUnmarked(linasForm, "_csrf", linas, "title", "De Lina");
        assertThat(tablet.status()).isEqualTo(403);
        assertThat(tablet.words()).contains("Copiez le texte", "De Lina").doesNotContain("D’Emma");
        tablet.get("/login").signsIn("emma");
        tablet.get("/unsent");
        assertThat(tablet.page().split("name=\"unsent\"", -1)).as("once").hasSizeLessThanOrEqualTo(3);
        assertThat(tablet.words()).contains("D’Emma").doesNotContain("De Lina");
    }

    @Test
    void nobody_is_told_that_something_waits_where_nothing_does() {
        Browser stranger = Served.stranger().get("/unsent");
        assertThat(stranger.path()).isEqualTo("/login");
        assertThat(stranger.words()).doesNotContain("pas perdu");
    }

    @Test
    void a_forged_form_becomes_nothing_that_a_click_would_send() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        String real = mark(emma);
        String other = mark(Served.as("lina").get("/"));
        String stranger = mark(Served.stranger().get("/login"));
        String sealed = real.substring(real.indexOf('.') + 1);
        String altered = sealed.charAt(20) == 'A' ? "B" : "A";
        List<String> forged = List.of(
                "",
                "x",
                ".",
                "x." + sealed.substring(0, 20) + altered + sealed.substring(21),
                "x." + sealed.substring(1),
                stranger,
                other);
        for (String each : forged) {
            assertThat(emma.postUnmarked(address, "_csrf", each, "title", "Glissé par un autre site")
                            .status())
                    .as(each)
                    .isEqualTo(403);
            assertThat(emma.words()).doesNotContain("Glissé par un autre site");
            nothingWaits(emma);
        }
        List<String> alone = new ArrayList<>(forged.subList(0, forged.size() - 1));
        alone.add(real.substring(0, real.indexOf('.')));
        for (String each : alone) {
            Browser out = Served.stranger();
            out.postUnmarked(address, "_csrf", each, "title", "Glissé par un autre site");
            assertThat(out.status()).as(each).isEqualTo(403);
            out.signsIn("emma");
            nothingWaits(out);
        }
        Browser theirs = Served.stranger();
        theirs.postUnmarked(address, "_csrf", other, "title", "Glissé par un autre site");
        assertThat(theirs.path()).isEqualTo("/login");
        theirs.signsIn("emma");
        nothingWaits(theirs);
        for (String nowhere : List.of("/nowhere", "/logout", "/error", "/dossiers")) {
            assertThat(Served.stranger()
                            .postUnmarked(nowhere, "_csrf", real, "title", "Ailleurs")
                            .status())
                    .as(nowhere)
                    .isEqualTo(403);
        }
        assertThat(emma.get(address.replace("/capture", "")).words()).doesNotContain("Glissé par un autre site");
    }

    @Test
    void a_mark_lets_no_form_in_whose_first_part_is_of_another_session() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        String old = mark(emma);
        emma.withoutSession().signsIn("emma").get("/");
        String now = mark(emma);
        String mixed = old.substring(0, old.indexOf('.')) + now.substring(now.indexOf('.'));
        emma.postUnmarked(address, "_csrf", mixed, "title", "Avec une ancienne marque");
        assertThat(emma.path()).as("read first, and sent by no one").isEqualTo("/unsent");
        assertThat(emma.get(address.replace("/capture", "")).words()).doesNotContain("Avec une ancienne marque");
    }

    @Test
    void too_much_text_is_given_back_to_be_copied_and_nothing_of_it_is_kept() {
        Browser emma = emmaCaptures();
        String much = "mot ".repeat(30_000) + "fin.";
        emma.withoutSession().post(emma.path(), "title", "Trop", "description", much);
        assertThat(emma.status()).isEqualTo(403);
        assertThat(emma.page()).contains(much).doesNotContain("name=\"unsent\"");
        assertThat(emma.words()).contains("Copiez le texte avant de quitter cette page");
        emma.signsIn("emma");
        nothingWaits(emma);
    }

    @Test
    void a_session_holds_three_forms_and_a_fourth_is_given_back() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        String mark = mark(emma);
        emma.withoutSession();
        for (String each : List.of("Un", "Deux", "Trois")) {
            emma.postUnmarked(address, "_csrf", mark, "title", each);
            assertThat(emma.path()).isEqualTo("/login");
        }
        emma.postUnmarked(address, "_csrf", mark, "title", "Le quatrième");
        assertThat(emma.words()).contains("Copiez le texte", "Le quatrième").doesNotContain("Deux");
        emma.get("/login").signsIn("emma");
        emma.get("/unsent");
        assertThat(emma.words()).contains("Un", "Deux", "Trois").doesNotContain("Le quatrième");
    }

    @Test
    void a_file_has_to_be_chosen_again_and_goes_with_the_rest() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        byte[] bytes = "Un compte rendu secret".getBytes(StandardCharsets.UTF_8);
        emma.withoutSession().upload(address, "compte-rendu.txt", "text/plain", bytes, "title", "Avec un fichier");
        emma.signsIn("emma");
        assertThat(emma.path()).isEqualTo("/unsent");
        assertThat(emma.words())
                .contains("Avec un fichier", "Choisissez de nouveau le fichier")
                .doesNotContain("Un compte rendu secret");
        assertThat(emma.page()).contains("type=\"file\"", "enctype=\"multipart/form-data\"");
        List<String> form = waiting(emma);
        emma.upload(
                form.get(0),
                "encore.txt",
                "text/plain",
                bytes,
                form.subList(1, form.size()).toArray(String[]::new));
        assertThat(emma.words()).contains("Avec un fichier", "encore.txt");
        nothingWaits(emma);
    }

    @Test
    void passwords_and_codes_are_never_shown_again() {
        for (String field : List.of("password", "code")) {
            Browser emma = emmaCaptures();
            emma.withoutSession().post(emma.path(), "title", "Avec un secret", field, "ne pas montrer");
            assertThat(emma.status()).as(field).isEqualTo(403);
            assertThat(emma.page()).as(field).doesNotContain("ne pas montrer");
        }
    }

    @Test
    void a_script_is_refused_as_before_since_it_keeps_what_it_sends_itself() {
        Browser emma = emmaCaptures();
        String address = emma.path();
        emma.withoutSession().byScript().post(address, "title", "Par un script");
        assertThat(emma.status()).isEqualTo(403);
        assertThat(emma.page()).doesNotContain("Par un script");
    }

    @Test
    @ResourceLock("what Emma's tutor answered")
    void a_tutor_without_an_account_reads_it_again_at_once_and_sends_it_by_a_button() {
        Browser emma = Served.as("emma");
        Browser teacher = Served.as("c.reference").get(emma.get("/").link(DOSSIER));
        teacher.post(teacher.link(DOSSIER + "/periods/[0-9a-f-]{36}/invite"));
        String link = teacher.find(Pattern.compile("class=\"address\">http://[^/]+(/t/[^<]+)<"))
                .orElseThrow();
        Browser tutor = Served.stranger().get(link);
        String mark = mark(tutor);
        tutor.withoutSession().post(link, "name", "Karim Exemple", "alone", "A tenu la caisse.", "help", "");
        assertThat(tutor.status()).isEqualTo(403);
        assertThat(tutor.words()).contains("Pas envoyé", "A tenu la caisse.");
        assertThat(tutor.get(link).page()).as("not by itself").doesNotContain("A tenu la caisse.");

        tutor.withoutSession().post(link, "name", "Karim Exemple", "alone", "A tenu la caisse.", "help", "");
        sendNow(tutor);
        assertThat(tutor.words()).contains("Merci", "A tenu la caisse.");

        Browser elsewhere = Served.stranger();
        elsewhere.postUnmarked("/t/" + "a".repeat(43), "_csrf", mark, "name", "Pour un autre lien");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.words()).doesNotContain("Pour un autre lien");
    }

    /** Whichever page takes it: an address that a controller maps by POST is enough. */
    @Test
    void a_form_to_any_address_of_this_host_is_kept() {
        String mark = mark(emmaCaptures());
        Set<String> addresses = new TreeSet<>();
        Served.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .forEach(each -> addresses.addAll(each.getPatternValues()));
        assertThat(addresses).hasSizeGreaterThan(100);
        for (String each : addresses) {
            String address = each.replaceAll("\\{[^}:]+:([^|}]+)[^}]*}", "$1")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            Browser someone = Served.stranger();
            someone.postUnmarked(address, "_csrf", mark, "text", "Tout ce que j’avais écrit");
            assertThat(someone.path()).as(each).isEqualTo("/login");
            assertThat(someone.words()).as(each).contains("pas envoyé et pas perdu");
        }
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void every_form_of_every_page_says_for_whom_it_was_shown_and_each_field_has_a_word() {
        Words words = Served.bean(Words.class);
        Map<String, String> wanting = new LinkedHashMap<>();
        int[] forms = {0};
        for (String person : List.of("emma", "c.reference", "proviseure", "mme.fictive")) {
            Browser browser = Served.as(person);
            PagesTest.walk(browser, address -> {
                for (MatchResult each : FORM.matcher(browser.page()).results().toList()) {
                    if (each.group().contains("method=\"get\"")) continue;
                    forms[0]++;
                    if (!each.group(2).matches("(?s).*name=\"_csrf\" value=\"[^\".]+\\.[^\".]{40,}\".*"))
                        wanting.put(each.group(1), "has no mark");
                    for (MatchResult field :
                            FIELD.matcher(each.group(2)).results().toList()) {
                        String name = field.group(1).replaceAll("\\..*", "");
                        String word = "unsent." + (name.equals("act") ? "act" : "field." + name);
                        boolean typed = !field.group().contains("type=\"hidden\"")
                                && !field.group().contains("type=\"file\"");
                        if (typed && words.sayOr(word, "").isEmpty()) wanting.put(name, "has no word in " + address);
                    }
                }
            });
        }
        assertThat(forms[0])
                .as("what is walked through grows and shrinks with what others do")
                .isGreaterThan(50);
        assertThat(wanting).isEmpty();
    }

    @Test
    void the_form_without_a_network_makes_no_session() {
        assertThat(Served.stranger().get("/offline").header("Set-Cookie")).doesNotContain("JSESSIONID");
    }
}
