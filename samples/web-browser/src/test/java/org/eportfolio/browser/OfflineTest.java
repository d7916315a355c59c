package org.eportfolio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner captures on a phone while the cable to the school is cut: nothing is lost, sent twice, or left for others to read. */
class OfflineTest {
    private static final String KEEP = "Garder sur ce téléphone";
    private static final String ADD = "Ajouter à mon dossier";

    /** All that the phone holds, bytes as the letters they would be. */
    private static final String ALL_OF_IT = """
            async () => {
              const read = name => new Promise((done, fail) => {
                const asked = indexedDB.open('drafts', 1);
                asked.onsuccess = () => {
                  const db = asked.result;
                  if (!db.objectStoreNames.contains(name)) return done([]);
                  const all = db.transaction(name).objectStore(name).getAll();
                  all.onsuccess = () => { db.close(); done(all.result); };
                };
                asked.onerror = () => fail(asked.error);
              });
              const told = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value) : value instanceof CryptoKey ? 'A KEY' : value;
              const lines = [];
              for (const name of ['accounts', 'drafts'])
                for (const each of await read(name))
                  lines.push(name + ' ' + JSON.stringify(Object.values(each).map(told)));
              for (const each of await caches.keys())
                for (const asked of await (await caches.open(each)).keys())
                  lines.push('cache ' + await (await (await caches.open(each)).match(asked)).text());
              return lines.join('\\n') + JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
            }""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static School school;

    @SuppressWarnings("NullAway.Init")
    private static Cable cable;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void the_school_opens() {
        school = School.started(folder);
        cable = new Cable(school.address());
        chromium = Chromium.orSkip(cable.address());
    }

    @AfterAll
    static void the_school_closes() {
        if (chromium != null) chromium.close();
        cable.close();
        school.close();
    }

    @BeforeEach
    void the_cable_is_whole() {
        cable.mend();
    }

    private static FilePayload photo() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return new FilePayload("tableau.png", "image/png", bytes.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the form is at hand without a network. {@code waitForFunction} would take the promise of an answer for the answer. */
    private static final String PREPARED =
            "async () => (await caches.open('capture').then(c => c.keys())).length === 5 && !!navigator.serviceWorker.controller"
                    + " && navigator.serviceWorker.controller.state === 'activated'";

    /** A phone on which this learner has opened the form once, so that it can be shown without a network. */
    private static Page phone(String learner) {
        Page phone = chromium.signedIn(chromium.phone(), learner);
        capture(phone);
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Boolean.TRUE.equals(phone.evaluate(PREPARED)))
            assertThat(System.nanoTime()).as("the phone is prepared").isLessThan(end);
        return phone;
    }

    private static void capture(Page phone) {
        phone.locator("main a[href$='/capture']").click();
        ready(phone);
    }

    private static void ready(Page phone) {
        assertThat(phone.locator("form#capture")).hasAttribute("data-ready", "yes");
    }

    private static void typed(Page phone, String title) {
        phone.locator("#file").setInputFiles(photo());
        phone.getByLabel("Titre").fill(title);
        phone.getByLabel("Non, personne").check();
        phone.getByLabel("Ce que montre l’image").fill("Un tableau électrique");
    }

    /** The clock of this phone goes on by so many days. */
    private static void later(Page phone, int days) {
        phone.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofDays(days))));
        phone.reload();
        ready(phone);
    }

    /** Typed, and kept on this phone: the form is empty again. */
    private static void kept(Page phone, String title) {
        int before = waiting(phone).count();
        typed(phone, title);
        button(phone, KEEP).click();
        assertThat(waiting(phone)).hasCount(before + 1);
        assertThat(phone.locator("#title")).hasValue("");
    }

    /** Neither button takes it, and this sentence says why beside its field. */
    private static void neitherKeptNorSent(Page phone, String field, String why) {
        for (String each : new String[] {KEEP, ADD}) {
            button(phone, each).click();
            assertThat(phone.locator("#" + field + "-wrong")).containsText(why);
            assertThat(waiting(phone)).hasCount(0);
        }
    }

    /** Where the school cannot be reached, this phone shows a form of no one. */
    private static void noOnesForm(Page phone, String address) {
        cable.cut();
        phone.navigate(address);
        assertThat(phone.locator("#unknown")).isVisible();
        assertThat(phone.locator("form#capture")).isHidden();
    }

    private static Locator button(Page phone, String name) {
        return phone.locator("main button:visible", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator waiting(Page phone) {
        return phone.locator("#kept li");
    }

    private static int inTheDossier(Page phone, String title) {
        String dossier = phone.locator("header nav a", new Page.LocatorOptions().setHasText("Mon dossier"))
                .getAttribute("href");
        // Unlike a click, this is over when the page is there.
        phone.navigate(URI.create(phone.url()).resolve(dossier).toString());
        return phone.locator("section[aria-labelledby=productions] a", new Page.LocatorOptions().setHasText(title))
                .count();
    }

    @Test
    void what_was_captured_without_a_network_is_listed_with_its_size_and_sent_once() {
        Page emma = phone("emma");
        String form = emma.url();
        cable.cut();
        emma.navigate(form);
        ready(emma);
        assertThat(emma.locator("h1")).hasText("L’établissement n’est pas joignable");
        typed(emma, "Tableau sans réseau");
        emma.locator("#competencies").selectOption("C1.1");
        button(emma, KEEP).click();
        assertThat(waiting(emma)).hasCount(1);
        assertThat(waiting(emma)).containsText(Pattern.compile("\\d+\\s*ko, encore 7 jour"));
        Axe.findsNothing(emma, "a draft is kept without a network");
        Pictures.take(emma, "offline");
        button(emma, "Envoyer tout").click();
        assertThat(emma.locator("#told")).containsText("Pas de réseau");

        cable.mend();
        button(emma, "Envoyer tout").click();
        assertThat(emma.locator("#told")).containsText("Dans votre dossier : Tableau sans réseau");
        assertThat(emma.locator("#kept")).isHidden();
        emma.navigate(form);
        ready(emma);
        assertThat(waiting(emma)).hasCount(0);
        assertThat(inTheDossier(emma, "Tableau sans réseau")).isEqualTo(1);
    }

    @Test
    void a_draft_of_which_no_answer_came_back_is_sent_again_and_stands_there_once() {
        Page lina = phone("lina");
        typed(lina, "Réponse perdue");
        lina.route("**/drafts", route -> {
            if (route.request().method().equals("POST")) cable.cutTheWayBack();
            route.resume();
        });
        button(lina, ADD).click();
        assertThat(lina.locator("#told")).containsText("rien n’est perdu");
        assertThat(waiting(lina)).hasCount(1);
        cable.mend();
        lina.unroute("**/drafts");
        Page elsewhere = chromium.of("lina");
        assertThat(inTheDossier(elsewhere, "Réponse perdue"))
                .as("it did arrive")
                .isEqualTo(1);
        button(lina, "Envoyer tout").click();
        assertThat(lina.locator("#told")).containsText("Dans votre dossier : Réponse perdue");
        assertThat(inTheDossier(lina, "Réponse perdue")).isEqualTo(1);
    }

    @Test
    void a_draft_is_sealed_and_signing_out_deletes_it_after_a_warning() {
        Page malo = phone("malo");
        typed(malo, "Rien que pour moi");
        malo.locator("#description").fill("Une phrase à moi");
        button(malo, KEEP).click();
        assertThat(waiting(malo)).containsText("Rien que pour moi");
        assertThat(malo.locator("#title")).hasValue("");
        assertThat((String) malo.evaluate(ALL_OF_IT))
                .contains("drafts [", "accounts [")
                .doesNotContain("Rien que", "Une phrase", "tableau.png", "IHDR", "malo", "Malo", "A KEY");

        malo.locator("#out button").click();
        assertThat(malo.locator("#leaving")).containsText("La déconnexion efface");
        Axe.findsNothing(malo, "signing out asks first");
        Pictures.take(malo, "leaving");
        malo.locator("#stay").click();
        assertThat(waiting(malo)).hasCount(1);
        malo.locator("#out button").click();
        malo.locator("#leave").click();
        assertThat(malo.locator("main")).containsText("déconnecté");
        assertThat((String) malo.evaluate(ALL_OF_IT)).doesNotContain("drafts [", "accounts [");
    }

    @Test
    void a_session_that_ended_loses_nothing_and_shows_nothing_to_the_next() {
        Page yanis = phone("yanis");
        typed(yanis, "Après la fin");
        yanis.context().clearCookies();
        button(yanis, ADD).click();
        assertThat(yanis.locator("#told")).containsText("Votre session est finie");
        assertThat(waiting(yanis)).hasCount(1);
        Axe.findsNothing(yanis, "the session has ended");

        chromium.signedIn(yanis, "sacha");
        capture(yanis);
        assertThat(waiting(yanis)).hasCount(0);
        assertThat(yanis.locator("main")).not().containsText("Après la fin");
        yanis.context().clearCookies();
        chromium.signedIn(yanis, "yanis");
        capture(yanis);
        assertThat(waiting(yanis)).containsText("Après la fin");
        waiting(yanis).locator("[data-act=resume]").click();
        assertThat(yanis.locator("#title")).hasValue("Après la fin");
        yanis.locator("#title").fill("Après la fin, repris");
        button(yanis, ADD).click();
        assertThat(yanis.locator("h1")).containsText("Après la fin, repris");
        assertThat(inTheDossier(yanis, "Après la fin")).isEqualTo(1);
    }

    @Test
    void a_photo_neither_stays_nor_leaves_before_it_is_said_whether_someone_is_recognised() {
        Page chloe = phone("chloe");
        chloe.locator("#file").setInputFiles(photo());
        chloe.getByLabel("Titre").fill("Sans réponse");
        neitherKeptNorSent(chloe, "people", "Dites d’abord si l’on reconnaît quelqu’un");
        Axe.findsNothing(chloe, "the question is not answered");
        assertThat(chloe.locator("#title")).hasValue("Sans réponse");
        assertThat(inTheDossier(chloe, "Sans réponse")).isZero();
    }

    @Test
    void what_the_school_refuses_stands_beside_its_field_with_the_file_still_chosen() {
        Page tom = phone("tom");
        tom.locator("#file").setInputFiles(photo());
        tom.getByLabel("Titre").fill("x".repeat(400));
        tom.getByLabel("Non, personne").check();
        button(tom, ADD).click();
        assertThat(tom.locator("#title")).hasAttribute("aria-invalid", "true");
        assertThat(tom.locator("#title-wrong")).isVisible();
        assertThat((Integer) tom.evaluate("document.getElementById('file').files.length"))
                .isEqualTo(1);
        Axe.findsNothing(tom, "refused by the school");
        tom.getByLabel("Titre").fill("Maintenant assez court");
        button(tom, ADD).click();
        assertThat(tom.locator("h1")).containsText("Maintenant assez court");
    }

    @Test
    void a_draft_is_kept_for_seven_days_at_most_and_its_end_is_told() {
        Page ines = phone("ines");
        kept(ines, "Oublié");
        later(ines, 6);
        assertThat(waiting(ines)).containsText("encore 1 jour");
        later(ines, 7);
        assertThat(waiting(ines)).hasCount(0);
        assertThat(ines.locator("#told")).containsText("Effacé après sept jours");
        assertThat((String) ines.evaluate(ALL_OF_IT)).doesNotContain("drafts [");
    }

    @Test
    void a_draft_that_is_resumed_and_kept_again_goes_on_the_day_on_which_it_would_have_gone() {
        Page chloe = phone("chloe");
        kept(chloe, "Commencé lundi");
        later(chloe, 6);
        waiting(chloe).locator("[data-act=resume]").click();
        assertThat(chloe.locator("#title")).hasValue("Commencé lundi");
        chloe.locator("#title").fill("Commencé lundi, repris");
        button(chloe, KEEP).click();
        assertThat(waiting(chloe)).containsText("Commencé lundi, repris");
        assertThat(waiting(chloe)).hasCount(1);
        assertThat(waiting(chloe)).containsText("encore 1 jour");
        later(chloe, 7);
        assertThat(waiting(chloe)).hasCount(0);
        assertThat(chloe.locator("#told")).containsText("Effacé après sept jours");
    }

    @Test
    void a_school_that_does_not_answer_behind_a_proxy_is_told_as_such_and_the_draft_stays() {
        Page tom = phone("tom");
        String form = tom.url();
        cable.cutBehindAProxy();
        typed(tom, "Passerelle muette");
        button(tom, ADD).click();
        assertThat(tom.locator("#told")).containsText("L’établissement ne répond pas");
        assertThat(waiting(tom)).hasCount(1);
        tom.navigate(form);
        ready(tom);
        assertThat(tom.locator("h1")).hasText("L’établissement n’est pas joignable");
        assertThat(waiting(tom)).hasCount(1);
        kept(tom, "Gardé quand même");
        cable.mend();
        tom.navigate(form);
        ready(tom);
        button(tom, "Envoyer tout").click();
        assertThat(tom.locator("#told")).containsText("Dans votre dossier : Passerelle muette, Gardé quand même");
    }

    @Test
    void what_cannot_be_sent_does_not_hold_back_the_rest_and_is_deleted_when_one_is_sure() {
        Page sacha = phone("sacha");
        for (String title : new String[] {"x".repeat(400), "Passe quand même"}) {
            kept(sacha, title);
        }
        assertThat(waiting(sacha)).hasCount(2);
        button(sacha, "Envoyer tout").click();
        assertThat(sacha.locator("#told")).containsText("Dans votre dossier : Passe quand même.");
        assertThat(sacha.locator("#told .bad")).isVisible();
        assertThat(waiting(sacha)).hasCount(1);
        Locator drop = waiting(sacha).locator("[data-act=drop]");
        drop.focus();
        drop.press("Enter");
        assertThat(drop).containsText("Effacer vraiment");
        assertThat(waiting(sacha)).hasCount(1);
        drop.press("Enter");
        assertThat(waiting(sacha)).hasCount(0);
        assertThat(sacha.locator("#main")).isFocused();
        assertThat(inTheDossier(sacha, "Passe quand même")).isEqualTo(1);
    }

    @Test
    void a_phone_that_no_one_captured_on_keeps_nothing() {
        Page emma = phone("emma");
        String form = emma.url();
        emma.locator("#out button").click();
        assertThat(emma.locator("main")).containsText("déconnecté");
        noOnesForm(emma, form);
        Axe.findsNothing(emma, "without a network and without an account");
    }

    @Test
    void without_a_network_the_form_is_of_the_account_that_was_signed_in_last_and_of_no_other() {
        for (String next : new String[] {"lina", "m.durand"}) {
            Page tablet = phone("emma");
            String form = tablet.url();
            String emma = (String) tablet.evaluate("localStorage.getItem('account')");
            assertThat(emma).isNotBlank();
            tablet.context().clearCookies();
            chromium.signedIn(tablet, next);
            tablet.waitForFunction("emma => localStorage.getItem('account') !== emma", emma);
            noOnesForm(tablet, form);
            cable.mend();
            tablet.context().close();
        }
    }

    @Test
    void a_file_that_the_school_would_not_take_is_refused_beside_its_field_before_anything_is_kept()
            throws IOException {
        Path film = Files.write(folder.resolve("film.mp4"), new byte[27 * 1024 * 1024]);
        Page ines = phone("ines");
        ines.locator("#file").setInputFiles(film);
        ines.getByLabel("Titre").fill("Trop grand");
        ines.getByLabel("Non, personne").check();
        neitherKeptNorSent(ines, "file", "dépasse 25 Mo");
        Axe.findsNothing(ines, "a file is too large");
        assertThat((String) ines.evaluate(ALL_OF_IT)).doesNotContain("drafts [");
    }

    @Test
    void a_browser_that_sends_what_is_too_large_gets_to_read_why_it_is_refused() throws IOException {
        Path film = Files.write(folder.resolve("long.mp4"), new byte[27 * 1024 * 1024]);
        Page ines = phone("ines");
        ines.evaluate("document.getElementById('file').removeAttribute('data-most')");
        ines.locator("#file").setInputFiles(film);
        ines.getByLabel("Titre").fill("Trop grand, envoyé");
        ines.getByLabel("Non, personne").check();
        button(ines, ADD).click();
        assertThat(ines.locator("#told")).containsText("Refusé");
        assertThat(ines.locator("#told")).containsText("25 Mo");
        assertThat(waiting(ines)).containsText("Trop grand, envoyé");
    }

    @Test
    void one_draft_that_does_not_arrive_does_not_hold_back_the_next() {
        Page chloe = phone("chloe");
        for (String title : new String[] {"Reste ici", "Arrive quand même"}) {
            kept(chloe, title);
        }
        int[] sent = {0};
        chloe.route("**/dossiers/*/drafts", route -> {
            if (sent[0]++ == 0) route.abort();
            else route.resume();
        });
        button(chloe, "Envoyer tout").click();
        assertThat(chloe.locator("#told"))
                .containsText("Dans votre dossier : Arrive quand même. Reste ici : Pas de réseau");
        assertThat(waiting(chloe)).hasCount(1);
        assertThat(waiting(chloe)).containsText("Reste ici");
        assertThat(inTheDossier(chloe, "Arrive quand même")).isEqualTo(1);
    }

    @Test
    void what_one_tab_keeps_after_another_has_signed_out_is_read_again_by_its_author() {
        Page first = phone("tom");
        Page second = first.context().newPage();
        second.navigate(first.url());
        ready(second);
        second.locator("#out button").click();
        assertThat(second.locator("main")).containsText("déconnecté");
        typed(first, "Dans l’autre onglet");
        button(first, ADD).click();
        assertThat(first.locator("#told")).containsText("Votre session est finie");
        assertThat(waiting(first)).hasCount(1);
        assertThat(waiting(first)).not().containsText("Dans l’autre onglet");

        chromium.signedIn(first, "tom");
        capture(first);
        assertThat(waiting(first)).containsText("Dans l’autre onglet");
        button(first, "Envoyer tout").click();
        assertThat(first.locator("#told")).containsText("Dans votre dossier : Dans l’autre onglet");
        assertThat(inTheDossier(first, "Dans l’autre onglet")).isEqualTo(1);
    }

    @Test
    void what_is_refused_stays_on_the_phone_until_what_is_corrected_takes_its_place() {
        Page malo = phone("malo");
        typed(malo, "y".repeat(400));
        button(malo, ADD).click();
        assertThat(malo.locator("#title-wrong")).isVisible();
        malo.reload();
        ready(malo);
        assertThat(waiting(malo)).hasCount(1);
        waiting(malo).locator("[data-act=resume]").click();
        assertThat(malo.locator("#title")).hasValue("y".repeat(400));
        assertThat((Integer) malo.evaluate("document.getElementById('file').files.length"))
                .isEqualTo(1);
        button(malo, ADD).click();
        assertThat(malo.locator("#title-wrong")).isVisible();
        malo.reload();
        ready(malo);
        assertThat(waiting(malo)).hasCount(1);
        waiting(malo).locator("[data-act=resume]").click();
        malo.getByLabel("Titre").fill("Corrigé sur le téléphone");
        button(malo, ADD).click();
        assertThat(malo.locator("h1")).containsText("Corrigé sur le téléphone");
        assertThat((String) malo.evaluate(ALL_OF_IT)).doesNotContain("drafts [");
    }

    @Test
    void what_stands_in_the_form_is_kept_before_a_draft_is_resumed() {
        Page yanis = phone("yanis");
        kept(yanis, "Le premier");
        yanis.getByLabel("Titre").fill("Le second");
        waiting(yanis).locator("[data-act=resume]").click();
        assertThat(yanis.locator("#title")).hasValue("Le premier");
        assertThat(waiting(yanis)).hasCount(2);
        assertThat(waiting(yanis).last()).containsText("Le second");
        assertThat(yanis.locator("#told")).containsText("Ce qui s’y trouvait est gardé");
    }

    @Test
    void drafts_close_once_it_is_known_that_the_session_ended() {
        Page sacha = phone("sacha");
        kept(sacha, "Plus lisible");
        assertThat(waiting(sacha)).containsText("Plus lisible");
        sacha.context().clearCookies();
        button(sacha, "Envoyer tout").click();
        assertThat(sacha.locator("#told")).containsText("Votre session est finie");
        assertThat(waiting(sacha)).containsText("titre lisible une fois connecté");
        assertThat(sacha.locator("#kept")).not().containsText("Plus lisible");
        assertThat(waiting(sacha).locator("[data-act=resume]")).isHidden();
    }

    @Test
    void drafts_close_in_one_tab_once_another_person_signs_in_in_another() {
        Page malo = phone("malo");
        kept(malo, "Ouvert ailleurs");
        assertThat(waiting(malo)).containsText("Ouvert ailleurs");
        Page other = malo.context().newPage();
        malo.context().clearCookies();
        chromium.signedIn(other, "m.durand");
        assertThat(waiting(malo)).containsText("titre lisible une fois connecté");
        assertThat(malo.locator("#kept")).not().containsText("Ouvert ailleurs");
    }

    @Test
    void what_passes_is_told_as_such_and_never_as_lost() {
        Page lina = phone("lina");
        kept(lina, "Panne qui passe");
        lina.route("**/drafts/open", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
        lina.reload();
        ready(lina);
        assertThat(waiting(lina)).containsText("titre lisible une fois connecté");
        button(lina, "Envoyer tout").click();
        assertThat(lina.locator("#send")).hasAttribute("aria-disabled", "false");
        assertThat(lina.locator("#told")).containsText("L’établissement ne répond pas");
        lina.unroute("**/drafts/open");
        lina.route(
                "**/drafts",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<main><p>Le Wi-Fi de la gare</p></main>")));
        button(lina, "Envoyer tout").click();
        assertThat(lina.locator("#send")).hasAttribute("aria-disabled", "false");
        assertThat(lina.locator("#told")).containsText("Pas de réseau");
        assertThat(lina.locator("#told")).not().containsText("gare");
        lina.unroute("**/drafts");
        button(lina, "Envoyer tout").click();
        assertThat(lina.locator("#told")).containsText("Dans votre dossier : Panne qui passe");
    }

    @Test
    void where_the_phone_is_full_and_nothing_can_be_sent_the_form_stays_filled() {
        Page emma = phone("emma");
        emma.evaluate(
                "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        typed(emma, "Plus de place");
        cable.cut();
        button(emma, ADD).click();
        assertThat(emma.locator("#told")).containsText("n’a plus de place");
        assertThat(emma.locator("#told")).containsText("Rien n’est envoyé non plus");
        assertThat(emma.locator("#title")).hasValue("Plus de place");
        cable.mend();
        button(emma, ADD).click();
        assertThat(emma.locator("h1")).containsText("Plus de place");
    }
}
