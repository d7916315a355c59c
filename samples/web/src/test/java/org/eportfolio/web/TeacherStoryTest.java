package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A teacher's afternoon: the class, one learner, the whole class, and a mistake. */
class TeacherStoryTest {
    private static final String CLASS = "/classes/[0-9a-f-]{36}";
    private static final String DOSSIER = "/dossiers/[0-9a-f-]{36}";

    private final Browser teacher = Served.as("m.durand");

    private String classPage() {
        return teacher.get("/").link(CLASS);
    }

    private String dossierOf(String name) {
        teacher.get(classPage());
        return teacher.find(Pattern.compile("href=\"(" + DOSSIER + ")\">" + name))
                .orElseThrow();
    }

    @Test
    void the_class_shows_each_level_by_symbol_name_and_colour_and_what_waits() {
        teacher.get(classPage());
        assertThat(teacher.status()).isEqualTo(200);
        assertThat(teacher.words()).contains("Chloé Démonstration", "Yanis Imaginaire", "C2.3", "À traiter");
        assertThat(teacher.page()).contains(">◕</span><span class=\"hidden\">Acquis</span>", "fill=\"#67a9cf\"");
    }

    @Test
    void the_class_as_it_was_known_on_a_day_shows_no_later_level() {
        String page = classPage();
        teacher.get(page + "?asOf=2026-10-05");
        assertThat(teacher.words()).contains("Découverte", "Rien ne se saisit ici");
        assertThat(teacher.page()).doesNotContain(">Maîtrise</span></span>\n            <span", "/position?");
        assertThat(teacher.find(Pattern.compile("<td class=\"cell\">[^/]*?(Acquis)")))
                .isEmpty();
    }

    @Test
    void positions_a_learner_sees_why_and_undoes_it() {
        String dossier = dossierOf("Inès Inventée");
        teacher.get(dossier + "/position?competency=C2.1");
        String key =
                teacher.find(Pattern.compile("name=\"key\" value=\"([^\"]+)\"")).orElseThrow();
        teacher.post(
                dossier + "/position",
                "key",
                key,
                "competency",
                "C2.1",
                "level",
                "maitrise",
                "because",
                "Trois postes installés sans aide.");
        assertThat(teacher.path()).isEqualTo(dossier);
        assertThat(teacher.words()).contains("Le niveau en C2.1 est enregistré", "Trois postes installés sans aide.");
        assertThat(teacher.words()).contains("Compte : ● Maîtrise, Marc Durand-Fictif");

        String undo = teacher.link(dossier + "/assessments/[0-9a-f-]{36}/retract");
        teacher.post(undo, "reason", "Mauvaise élève.");
        assertThat(teacher.words())
                .contains("Le niveau en C2.1 est repris")
                .doesNotContain("Compte : ● Maîtrise, Marc Durand-Fictif");
    }

    @Test
    void a_form_that_is_sent_twice_is_carried_out_once() {
        String dossier = dossierOf("Sacha Specimen");
        teacher.get(dossier + "/position?competency=C1.2");
        String key =
                teacher.find(Pattern.compile("name=\"key\" value=\"([^\"]+)\"")).orElseThrow();
        String[] form = {
            "key", key, "competency", "C1.2", "level", "acquis", "because", "Envoyé deux fois par le réseau."
        };
        teacher.post(dossier + "/position", form);
        teacher.get(dossier + "/position?competency=C1.2");
        teacher.post(dossier + "/position", form);
        assertThat(teacher.words().split("Envoyé deux fois par le réseau", -1)).hasSize(2);
    }

    @Test
    void what_is_refused_stands_beside_its_field_and_nothing_typed_is_lost() {
        String dossier = dossierOf("Tom Toutlemonde");
        teacher.get(dossier + "/position?competency=C1.1");
        teacher.post(
                dossier + "/position", "competency", "C1.1", "because", "J’ai écrit ceci.", "observedOn", "demain");
        assertThat(teacher.status()).isEqualTo(422);
        assertThat(teacher.words()).contains("Choisissez un niveau", "J’ai écrit ceci.");
        assertThat(teacher.page()).contains("id=\"level-wrong\"", "aria-describedby=\"level-wrong\"");

        teacher.post(dossier + "/position", "competency", "C1.1", "level", "acquis", "observedOn", "demain");
        assertThat(teacher.page()).contains("id=\"observedOn-wrong\"").contains("value=\"demain\"");

        teacher.post(dossier + "/position", "competency", "C1.1", "level", "acquis");
        assertThat(teacher.status()).isEqualTo(422);
        assertThat(teacher.page()).contains("id=\"because-wrong\"");
        assertThat(teacher.find(Pattern.compile("value=\"acquis\" (checked)"))).isPresent();
    }

    @Test
    void corrects_an_own_level_with_a_reason_and_the_earlier_one_stays_to_be_read() {
        String dossier = dossierOf("Chloé Démonstration");
        teacher.get(dossier + "/position?competency=C3.1");
        teacher.post(
                dossier + "/position", "competency", "C3.1", "level", "en-cours", "because", "Deux sources seulement.");
        String correct = teacher.link(dossier + "/position\\?competency=C3.1&amp;correcting=[0-9a-f-]{36}");
        teacher.get(correct);
        String wrong = correct.substring(correct.lastIndexOf('=') + 1);
        assertThat(teacher.words()).contains("Corriger un niveau de Chloé Démonstration", "Deux sources seulement.");
        teacher.post(
                dossier + "/position",
                "correcting",
                wrong,
                "competency",
                "C3.1",
                "level",
                "acquis",
                "because",
                "Cinq sources, datées.",
                "reason",
                "J’avais mal compté.");
        assertThat(teacher.words()).contains("Cinq sources, datées.", "Avant (1)", "corrigé depuis");
    }

    @Test
    void asks_a_question_about_a_production_and_the_learner_finds_it_at_home_and_answers() {
        String dossier = dossierOf("Sacha Specimen");
        Browser sacha = Served.as("sacha");
        sacha.get(dossier + "/capture");
        sacha.post(dossier + "/capture", "title", "Compte rendu d’essai");
        String production = sacha.path();
        teacher.get(production);
        teacher.post(production + "/say", "text", " ", "act", "prompt");
        assertThat(teacher.page()).as("refused, and said").contains("role=\"alert\"");
        teacher.post(production + "/say", "text", "Pourquoi cet <b>ordre</b> ?", "act", "prompt");
        assertThat(teacher.words()).contains("Pourquoi cet <b>ordre</b> ?", "attend une réponse");

        sacha.get("/");
        sacha.get(sacha.link("/open/feedback\\.[^\"]+"));
        assertThat(sacha.path()).isEqualTo(production);
        assertThat(sacha.page()).doesNotContain("<b>ordre");
        String reply = sacha.link(dossier + "/feedback/[0-9a-f-]{36}/reply");
        sacha.post(reply, "text", "Du plus urgent au moins urgent.");
        assertThat(sacha.words()).contains("Du plus urgent au moins urgent.").doesNotContain("attend une réponse");
        sacha.post(sacha.link(dossier + "/feedback/[0-9a-f-]{36}/withdraw"));
        assertThat(sacha.words()).contains("Ces mots ont été repris").doesNotContain("Du plus urgent");
        assertThat(Served.as("emma").get(production).status()).isEqualTo(404);
    }

    @Test
    void holds_an_interview_whose_agreement_becomes_the_learners_goal() {
        String dossier = dossierOf("Yanis Imaginaire");
        teacher.get(dossier + "/interview");
        teacher.post(dossier + "/interview", "purpose", "", "startsAt", "bientôt");
        assertThat(teacher.status()).isEqualTo(422);
        teacher.post(dossier + "/interview", "purpose", "Bilan d’essai", "startsAt", "2027-07-01T10:00");
        String interview = teacher.path();
        assertThat(teacher.words()).contains("L’entretien est prévu", "Sans fiche");
        teacher.post(interview + "/prepare");
        assertThat(teacher.words()).contains("La fiche est prête", "Compétences sans rien encore");
        teacher.post(interview + "/conduct", "revision", revision(), "notes", "Yanis a relu ses comptes.");
        teacher.post(
                interview + "/propose",
                "text",
                "Retirer les droits inutiles",
                "competency",
                "C2.3",
                "level",
                "acquis",
                "dueOn",
                "2027-11-30");
        assertThat(teacher.words()).contains("Retirer les droits inutiles (C2.3 : ◕ Acquis", "proposé");
        teacher.post(interview + "/close", "revision", revision(), "sure", "yes");
        assertThat(teacher.page()).as("an agreement is open").contains("role=\"alert\"");

        Browser yanis = Served.as("yanis");
        yanis.get("/");
        yanis.get(yanis.link(interview));
        yanis.post(interview + "/agreements/1", "act", "accept");
        assertThat(yanis.words()).contains("accepté");
        assertThat(yanis.get(dossier).words()).contains("C2.3 : ◕ Acquis");
        assertThat(yanis.get(interview).page()).doesNotContain(interview + "/close");

        teacher.get(interview);
        teacher.post(interview + "/close", "revision", revision(), "nextOn", "2027-12-15", "sure", "yes");
        assertThat(teacher.words()).contains("L’entretien est clos", "Le prochain : 15 déc. 2027");
        yanis.get(interview);
        yanis.post(interview + "/reply", "word", "Je voudrais un vrai cas.", "act", "dissent");
        assertThat(yanis.words()).contains("Désaccord de l’apprenant : Je voudrais un vrai cas.");
    }

    @Test
    void finds_what_learners_made_by_a_word_and_a_learner_finds_only_their_own() {
        teacher.get("/search?q=cartes+mentales");
        assertThat(teacher.words()).contains("réalisation", "Emma Exemplaire");
        assertThat(teacher.page()).contains("<mark>mentale</mark>");
        teacher.get(teacher.link(DOSSIER + "/productions/[0-9a-f-]{36}"));
        assertThat(teacher.words()).contains("Carte mentale");
        Browser tom = Served.as("tom");
        tom.get("/search?q=cartes+mentales");
        assertThat(tom.words()).doesNotContain("Emma Exemplaire");
        assertThat(tom.get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").page())
                .doesNotContain("<script>alert");
        assertThat(tom.get("/search?q=de").page()).contains("role=\"alert\"");
    }

    private String revision() {
        return teacher.find(Pattern.compile("name=\"revision\" value=\"(\\d+)\""))
                .orElseThrow();
    }

    @Test
    void enters_a_whole_class_by_one_form_and_undoes_it() {
        String page = classPage();
        teacher.get(page + "/entry?competency=C1.3");
        List<String> learners = new ArrayList<>();
        Matcher found = Pattern.compile("name=\"level\\.([^\"]+)\" value=\"-\"").matcher(teacher.page());
        while (found.find()) learners.add(found.group(1));
        assertThat(learners).contains("emma", "tom").hasSize(8);
        List<String> form = new ArrayList<>(List.of("competency", "C1.3", "because", "TP d’essai du navigateur."));
        for (String each : learners) {
            form.add("level." + each);
            form.add(each.equals("tom") ? "-" : each.equals("emma") ? "maitrise" : "acquis");
        }
        teacher.post(page + "/entry", form.toArray(String[]::new));
        assertThat(teacher.path()).isEqualTo(page);
        assertThat(teacher.words())
                .contains("La classe est positionnée en C1.3", "7 apprenants. TP d’essai du navigateur.");

        String undo = teacher.find(
                        Pattern.compile("TP d’essai du navigateur\\.</span>\\s*<form[^>]* action=\"([^\"]+/undo)\""))
                .orElseThrow();
        teacher.post(undo, "reason", "");
        assertThat(teacher.words()).contains("annulée pour 7 apprenants");
    }

    @Test
    void an_entry_for_nobody_is_refused_with_what_was_typed() {
        String page = classPage();
        teacher.get(page + "/entry?competency=C1.3");
        teacher.post(page + "/entry", "competency", "C1.3", "because", "Sans personne.", "level.emma", "-");
        assertThat(teacher.status()).isEqualTo(422);
        assertThat(teacher.words()).contains("Donnez un niveau à au moins un apprenant");
        assertThat(teacher.page()).contains("value=\"Sans personne.\"");
    }
}
