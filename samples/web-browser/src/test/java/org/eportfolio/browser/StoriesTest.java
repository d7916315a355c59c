package org.eportfolio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three stories that people tell of it, and two browsers in one interview. */
class StoriesTest {
    private static final int LEARNERS = 24;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static School school;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void the_school_opens() {
        school = School.started(folder);
        chromium = Chromium.orSkip(school.address());
    }

    @AfterAll
    static void the_school_closes() {
        if (chromium != null) chromium.close();
        school.close();
    }

    private static Locator button(Page page, String name) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static Page dossier(Page teacher, String learner) {
        teacher.locator("main a[href^='/classes/']").first().click();
        teacher.locator("table.matrix tbody th a", new Page.LocatorOptions().setHasText(learner))
                .click();
        return teacher;
    }

    @Test
    void a_tutor_answers_three_questions_on_a_phone_and_the_learner_reads_it_beside_the_other_voices() {
        Page teacher = dossier(chromium.of("c.reference"), "Emma");
        button(teacher, "lien").click();
        String link = teacher.locator("a.address").textContent();

        Page tutor = chromium.phone();
        tutor.navigate(link);
        Pictures.take(tutor, "tutor");
        List<Locator> questions = tutor.locator("main textarea").all();
        assertThat(questions).hasSize(3);
        tutor.locator("main input[name=name]").fill("H. Tuteur");
        questions.get(0).fill("Elle a préparé deux postes seule.");
        questions.get(1).fill("Pour le réseau, avec moi.");
        questions.get(2).fill("Demander plus tôt.");
        tutor.locator("fieldset.levels").first().locator("label.pick").nth(3).click();
        assertThat((Integer)
                        tutor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("a phone shows it without scrolling sideways")
                .isZero();
        tutor.locator("main button[type=submit]").click();
        assertThat(tutor.locator(".notice.good")).isVisible();

        Page emma = chromium.of("emma");
        emma.locator("header nav a", new Page.LocatorOptions().setHasText("Mon dossier"))
                .click();
        assertThat(emma.locator("main")).containsText("Elle a préparé deux postes seule.");
        assertThat(emma.locator("ul.voices").first()).isVisible();
        Pictures.take(emma, "voices");
    }

    @Test
    void what_a_learner_wrote_when_the_session_had_ended_is_read_again_and_sent_by_a_button() {
        Page emma = chromium.of("emma");
        emma.locator("header nav a", new Page.LocatorOptions().setHasText("Mon dossier"))
                .click();
        emma.locator("main a[href*='/self-assessment']").first().click();
        emma.locator("#because").fill("Je l’ai fait seule,\net deux fois.");
        emma.context().clearCookies();
        emma.locator("main button[value=save]").click();
        assertThat(emma.locator("main")).containsText("pas envoyé et pas perdu");
        emma.getByLabel("Identifiant").fill("emma");
        emma.getByLabel("Mot de passe").fill("demo");
        emma.locator("main button[type=submit]").click();
        assertThat(emma.locator("h1")).hasText("Pas envoyé");
        assertThat(emma.locator("main")).containsText("Je l’ai fait seule,");
        Axe.findsNothing(emma, "what was not sent");
        button(emma, "Envoyer maintenant").click();
        assertThat(emma.locator(".notice.good")).isVisible();
        emma.locator("main a", new Page.LocatorOptions().setHasText("Auto-évaluation"))
                .first()
                .click();
        assertThat(emma.locator("#because")).hasValue("Je l’ai fait seule,\net deux fois.");
    }

    private static String roster(String cohort) {
        return IntStream.rangeClosed(1, LEARNERS)
                .mapToObj(each -> String.format("eleve.%02d;Élève %02d;learner;%s%n", each, each, cohort))
                .collect(Collectors.joining(
                        "", "person;name;role;cohort\n", "m.durand;M. Durand;teacher;" + cohort + "\n"));
    }

    @Test
    void a_teacher_positions_24_learners_by_keyboard_within_two_minutes_and_undoes_a_mistake() {
        Page head = chromium.of("proviseure");
        head.locator(".rooms a", new Page.LocatorOptions().setHasText("rentrée"))
                .click();
        head.locator("input[name=cohort]").fill("Terminale");
        head.locator("textarea[name=roster]").fill(roster("Terminale"));
        head.locator("select[name=adoption]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        button(head, "Voir").click();
        Pictures.take(head, "year");
        button(head, "Faire la rentrée").click();
        assertThat(head.locator(".notice.good")).containsText("Terminale");

        Page teacher = chromium.of("m.durand");
        teacher.locator("main h2 a", new Page.LocatorOptions().setHasText("Terminale"))
                .click();
        long began = System.nanoTime();
        teacher.locator("main a[href$='/entry']").click();
        teacher.locator("input[name=because]").fill("TP du jour");
        teacher.locator("table.entry tbody input").first().focus();
        for (int i = 0; i < LEARNERS; i++) teacher.keyboard().press(Integer.toString(1 + i % 4));
        Pictures.take(teacher, "entry");
        teacher.keyboard().press("Enter");
        assertThat(teacher.locator(".notice.good")).isVisible();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).isLessThan(Duration.ofMinutes(2));
        System.out.println(
                "24 learners by keyboard: " + took.toMillis() + " ms of the machine's time, 24 keys and Enter");
        assertThat(teacher.locator("table.matrix .swatch")).hasCount(LEARNERS);
        Pictures.take(teacher, "class");
        button(teacher, "Annuler").click();
        assertThat(teacher.locator("table.matrix .swatch")).hasCount(0);
    }

    @Test
    void a_learner_sees_who_reads_them_and_leaves_with_everything() throws IOException {
        Page emma = chromium.of("emma");
        emma.locator("header nav a", new Page.LocatorOptions().setHasText("vie privée"))
                .click();
        assertThat(emma.locator("main")).containsText("Qui peut lire mon dossier");
        assertThat(emma.locator("main")).containsText("Claire Référence");
        Pictures.take(emma, "privacy");
        Download all = emma.waitForDownload(() -> button(emma, "Télécharger").click());
        Path kept = folder.resolve("everything.zip");
        all.saveAs(kept);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            assertThat(zip.stream().map(Object::toString).toList())
                    .anyMatch(each -> each.endsWith(".html"))
                    .hasSizeGreaterThan(3);
        }
        assertThat(Files.size(kept)).isGreaterThan(1_000);
    }

    @Test
    void two_browsers_meet_in_one_interview_and_the_learners_follows_by_itself() {
        Page teacher = dossier(chromium.of("c.reference"), "Yanis");
        teacher.locator("main a[href$='/interview']").click();
        teacher.locator("input[name=purpose]").fill("Faire le point");
        button(teacher, "Enregistrer").click();
        button(teacher, "Préparer").click();
        Page yanis = chromium.of("yanis");
        String interview = teacher.url();
        yanis.navigate(interview);
        assertThat(yanis.locator("main")).containsText("Faire le point");
        teacher.locator("textarea[name=notes]").fill("Il explique bien sa démarche.");
        teacher.locator("form[action$='/conduct'] button").click();
        assertThat(yanis.locator("main")).containsText("Il explique bien sa démarche.");
        teacher.locator("form[action$='/propose'] [name=text]").fill("Rédiger une fiche");
        teacher.locator("form[action$='/propose'] button").click();
        yanis.locator("button[value=accept]").click();
        assertThat(teacher.locator("main")).containsText(Pattern.compile("[Aa]ccepté"));
        Pictures.take(teacher, "interview");
        teacher.locator("form[action$='/close'] input[name=sure]").check();
        teacher.locator("form[action$='/close'] button").click();
        yanis.locator("button[value=acknowledge]").click();
        assertThat(yanis.locator(".notice.good")).isVisible();
    }

    @Test
    void what_stands_in_a_title_is_shown_and_never_carried_out() {
        Page emma = chromium.of("emma");
        boolean[] said = {false};
        emma.onDialog(dialog -> {
            said[0] = true;
            dialog.dismiss();
        });
        emma.locator("header nav a", new Page.LocatorOptions().setHasText("Mon dossier"))
                .click();
        emma.locator(".rooms a", new Page.LocatorOptions().setHasText("Projets"))
                .click();
        emma.locator("input[name=title]").fill("<script>alert(1)</script><img src=x onerror=alert(1)>");
        emma.locator("textarea[name=purpose]").fill("javascript:alert(1)");
        button(emma, "Commencer").click();
        assertThat(emma.locator("h1")).containsText("<script>alert(1)</script>");
        emma.reload();
        assertThat(said[0]).isFalse();
    }
}
