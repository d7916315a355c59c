package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a teacher runs in a class beside levels: peer reviews, missions, scenarios. */
class TeacherRoomsTest {
    private static final Pattern OPTION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");

    private static final Pattern TASK = Pattern.compile("href=\"(/reviews/[0-9a-f-]{36})\"[^>]*>Relire un tutoriel");

    private static String school(Browser browser) {
        return browser.get("/").link("/classes/[0-9a-f-]{36}");
    }

    @Test
    void a_campaign_is_opened_handed_in_to_drawn_and_written() {
        Browser teacher = Served.as("c.reference");
        String campaigns = school(teacher) + "/campaigns";
        teacher.get(campaigns);
        teacher.post(campaigns, "title", "Relire un tutoriel", "deadline", "2027-07-20", "anonymous", "no");
        assertThat(teacher.words()).contains("À corriger", "À remplir");
        teacher.post(
                campaigns,
                "title",
                "Relire un tutoriel",
                "instructions",
                "Lisez comme un client.",
                "criterion-0",
                "Est-ce clair ?",
                "deadline",
                "2027-07-20",
                "anonymous",
                "no",
                "key",
                "c-1");
        String campaign = teacher.path();
        assertThat(teacher.words()).contains("La campagne est ouverte", "Est-ce clair ?");
        for (String learner : new String[] {"emma", "malo", "lina"}) {
            Browser one = Served.as(learner);
            one.get(campaign);
            String production = one.find(OPTION).orElseThrow(() -> new AssertionError(learner + one.words()));
            one.post(campaign + "/hand-in", "production", production);
            assertThat(one.words()).contains("Remis :");
        }
        teacher.get(campaign);
        teacher.post(campaign + "/draw", "each", "2");
        assertThat(teacher.words()).contains("cochez la case");
        teacher.post(campaign + "/draw", "each", "2", "sure", "yes");
        assertThat(teacher.words()).contains("6 relectures sont attribuées", "Qui relit qui");

        Browser reader = Stream.of("chloe", "emma", "ines", "lina", "malo", "yanis")
                .map(Served::as)
                .filter(each -> each.get("/reviews").find(TASK).isPresent())
                .findFirst()
                .orElseThrow();
        String task = reader.find(TASK).orElseThrow();
        reader.get(task);
        String revision = reader.find(Pattern.compile("name=\"revision\" value=\"(\\d+)\""))
                .orElseThrow();
        reader.post(task, "revision", revision, "strength", "", "on-1", "Oui, très clair.", "act", "send");
        assertThat(reader.words()).as("one strength first").contains("À corriger", "Oui, très clair.");
        reader.post(
                task, "revision", revision, "strength", "Des captures à chaque étape", "on-1", "Oui.", "act", "send");
        assertThat(reader.words()).contains("La relecture est envoyée");
    }

    @Test
    void a_mission_is_started_handed_in_sent_back_and_done() {
        Browser emma = Served.as("emma");
        String dossier = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        String mission = missionToDo(emma, dossier);
        emma.get(mission);
        emma.post(mission + "/start");
        assertThat(emma.words()).contains("La mission est commencée");
        String production = emma.find(Pattern.compile("name=\"evidence\" value=\"([0-9a-f-]{36})\""))
                .orElseThrow();
        emma.post(
                mission + "/hand-in", "note", "Voici.", "evidence", production, "help", "AI_TOOL", "which", "Un robot");
        assertThat(emma.words()).contains("À corriger");
        emma.post(
                mission + "/hand-in",
                "note",
                "Voici.",
                "evidence",
                production,
                "help",
                "AI_TOOL",
                "which",
                "Un robot",
                "forWhat",
                "Relire",
                "changed",
                "Deux phrases");
        assertThat(emma.words()).contains("C’est remis");
        Browser teacher = Served.as("c.reference");
        teacher.get(mission);
        teacher.post(mission + "/answer", "act", "rework", "note", "Il manque la facture.");
        assertThat(teacher.words()).contains("La réponse est envoyée", "Il manque la facture.");
        emma.get(mission);
        emma.post(mission + "/hand-in", "note", "Avec la facture.", "evidence", production, "help", "");
        teacher.get(mission);
        teacher.post(mission + "/answer", "act", "done", "note", "Bien.");
        assertThat(emma.get(mission).words()).contains("terminée").doesNotContain("Remettre");
        assertThat(teacher.get(school(teacher) + "/missions").words()).contains("Emma Exemplaire", "terminée");
    }

    private static String missionToDo(Browser learner, String dossier) {
        learner.get(dossier + "/missions");
        return learner.find(Pattern.compile(
                        "href=\"(/dossiers/[0-9a-f-]+/missions/[^\"]+)\"[^<]*</a>\\s*<span[^>]*>à faire"))
                .orElseGet(() -> learner.find(
                                Pattern.compile(
                                        "(?s)href=\"(/dossiers/[0-9a-f-]+/missions/[^\"]+)\">[^<]*</a>[^<]*<span class=\"quiet\">à faire"))
                        .orElseThrow());
    }

    @Test
    void a_scenario_says_what_it_lacks_and_what_the_year_leaves_out() {
        Browser teacher = Served.as("c.reference");
        String scenario = teacher.get("/scenarios").link("/scenarios/[^\"]+");
        assertThat(teacher.get(scenario).words()).contains("Couverture", "Étendue", "C1.1");
    }
}
