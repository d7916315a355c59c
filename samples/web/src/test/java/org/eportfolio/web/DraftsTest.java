package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eportfolio.web.demo.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a phone asks about the drafts that it keeps, and who is answered. */
class DraftsTest {
    private static final Pattern SEALED = Pattern.compile("\"sealed\":\"([^\"]+)\"");
    private static final Pattern ACCOUNT = Pattern.compile("\"account\":\"([^\"]+)\"");

    private static Browser capturing(String learner) {
        Browser browser = Served.as(learner);
        return browser.get(browser.get("/").link("/dossiers/[0-9a-f-]{36}/capture"))
                .byScript();
    }

    private static String found(Browser browser, Pattern pattern) {
        return browser.find(pattern).orElseThrow(() -> new AssertionError(browser.page()));
    }

    @Test
    void a_key_opens_for_the_account_that_it_was_made_for_and_for_no_other() {
        Browser emma = capturing("emma");
        String sealed = found(emma.post("/drafts/key"), SEALED);
        assertThat(emma.post("/drafts/open", "sealed", sealed).status()).isEqualTo(200);
        assertThat(emma.page()).contains("\"d\":\"");
        Browser lina = capturing("lina");
        assertThat(lina.post("/drafts/open", "sealed", sealed).status()).isEqualTo(404);
        assertThat(lina.page()).doesNotContain("\"d\":");
        for (String broken : new String[] {"", "x", "AAAA", sealed.substring(1), sealed + "AA"}) {
            capturing("emma");
            emma.get("/dossiers");
            assertThat(emma.post("/drafts/open", "sealed", broken).status()).isEqualTo(404);
        }
    }

    @Test
    void a_key_is_made_anew_for_each_phone_and_needs_the_mark_of_a_page() {
        Browser emma = capturing("emma");
        String one = found(emma.post("/drafts/key"), SEALED);
        assertThat(found(emma.post("/drafts/key"), SEALED)).isNotEqualTo(one);
        assertThat(emma.postUnmarked("/drafts/key").status()).isEqualTo(403);
        assertThat(emma.postUnmarked("/drafts/open", "sealed", one).status()).isEqualTo(403);
    }

    @Test
    void an_account_is_told_apart_without_its_name() {
        String emma = found(Served.as("emma").byScript().get("/drafts"), ACCOUNT);
        assertThat(found(Served.as("emma").byScript().get("/drafts"), ACCOUNT)).isEqualTo(emma);
        assertThat(found(Served.as("lina").byScript().get("/drafts"), ACCOUNT)).isNotEqualTo(emma);
        assertThat(emma).doesNotContainIgnoringCase("emma");
        assertThat(Served.as("emma").get("/").page()).contains("data-account=\"" + emma + "\"");
    }

    /** Else the phone would forget nothing when they sign out as another. */
    @Test
    void an_account_stays_a_learners_while_they_act_in_another_role() {
        String account = found(Served.as("chloe").byScript().get("/drafts"), ACCOUNT);
        Browser head = Served.as("proviseure").get("/school/people?person=chloe");
        head.post("/school/people/grants", "person", "chloe", "role", "DPO", "over", "", "until", "", "key", "two");
        Browser chloe = Served.as("chloe").get("/");
        chloe.post("/role", "role", "DPO");
        assertThat(chloe.get("/").page()).doesNotContain("/capture");
        assertThat(chloe.page()).contains("data-account=\"" + account + "\"");
        head.post(head.link("/school/people/grants/[0-9a-f-]+/revoke"), "person", "chloe");
    }

    @Test
    void a_script_is_told_that_no_one_is_signed_in_and_a_page_leads_to_signing_in() {
        assertThat(Served.stranger().byScript().get("/drafts").status()).isEqualTo(401);
        Browser page = Served.stranger().get("/drafts");
        assertThat(page.path()).isEqualTo("/login");
    }

    @Test
    void a_draft_that_is_sent_twice_stands_there_once_and_a_refused_one_says_what_is_wrong() {
        Browser sacha = capturing("sacha");
        String address = sacha.path().replace("/capture", "/drafts");
        byte[] bytes = "Un compte rendu".getBytes(StandardCharsets.UTF_8);
        String[] form = {"title", "Envoyé deux fois", "key", "d3b6", "people", "", "competencies", ""};
        sacha.upload(address, "note.txt", "text/plain", bytes, form);
        assertThat(sacha.status()).isEqualTo(201);
        String first = found(sacha, Pattern.compile("\"page\":\"([^\"]+)\""));
        sacha.upload(address, "note.txt", "text/plain", bytes, form);
        assertThat(sacha.status()).isEqualTo(201);
        assertThat(found(sacha, Pattern.compile("\"page\":\"([^\"]+)\""))).isEqualTo(first);
        assertThat(Served.as("sacha").get(first).words()).contains("Envoyé deux fois", "note.txt");

        sacha.upload(address, "photo.png", "image/png", new byte[] {1}, "title", "", "key", "d3b7");
        assertThat(sacha.status()).isEqualTo(422);
        assertThat(sacha.page()).contains("\"wrong\":{\"title\":\"À remplir");
    }

    @Test
    void a_file_that_is_too_large_is_refused_as_such() {
        Browser sacha = capturing("sacha");
        String address = sacha.path().replace("/capture", "/drafts");
        sacha.upload(address, "film.mp4", "video/mp4", new byte[40 * 1024 * 1024], "title", "Trop", "people", "nobody");
        assertThat(sacha.status()).isEqualTo(413);
    }

    @Test
    void where_the_secret_can_be_neither_made_nor_read_nothing_is_kept_and_pages_work(@TempDir Path folder)
            throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        int number = 0;
        for (Path key : new Path[] {folder.resolve("absent/key"), empty}) {
            try (ConfigurableApplicationContext school = SchoolServer.start(
                    "--demo",
                    "--server.port=0",
                    "--portfolio.path=" + folder.resolve("demo" + number++ + ".db"),
                    "--school.drafts.key=" + key)) {
                Browser emma = new Browser(
                        "http://127.0.0.1:" + school.getEnvironment().getProperty("local.server.port"), "fr");
                emma.get("/login");
                emma.post("/login", "username", "emma", "password", Demo.PASSWORD);
                assertThat(emma.get("/").status()).isEqualTo(200);
                assertThat(emma.page()).doesNotContain("data-account");
                emma.get(emma.link("/dossiers/[0-9a-f-]{36}/capture"));
                assertThat(emma.status()).isEqualTo(200);
                assertThat(emma.page()).contains("id=\"capture\"").doesNotContain("id=\"kept\"");
                assertThat(emma.byScript().post("/drafts/key").status()).isEqualTo(404);
            }
        }
        assertThat(empty).isEmptyFile();
    }

    @Test
    void a_host_below_a_path_says_where_the_production_is_as_a_browser_has_it(@TempDir Path folder) {
        try (ConfigurableApplicationContext school = SchoolServer.start(
                "--demo",
                "--server.port=0",
                "--server.servlet.context-path=/portfolio",
                "--portfolio.path=" + folder.resolve("demo.db"))) {
            String host = "http://127.0.0.1:" + school.getEnvironment().getProperty("local.server.port");
            Browser emma = new Browser(host + "/portfolio", "fr");
            emma.get("/login");
            emma.post("/login", "username", "emma", "password", Demo.PASSWORD);
            emma.get("/");
            String capture =
                    emma.link("/portfolio/dossiers/[0-9a-f-]{36}/capture").substring("/portfolio".length());
            emma.get(capture).byScript();
            emma.post(capture.replace("/capture", "/drafts"), "title", "Sous un chemin", "key", "p1");
            String page = found(emma, Pattern.compile("\"page\":\"([^\"]+)\""));
            assertThat(emma.get(host + page).status()).isEqualTo(200);
            assertThat(emma.words()).contains("Sous un chemin");

            Browser later = new Browser(host + "/portfolio", "fr");
            later.get("/login");
            later.post("/login", "username", "emma", "password", Demo.PASSWORD);
            later.get(capture).withoutSession().post(capture, "title", "Sous un chemin aussi");
            later.post("/login", "username", "emma", "password", Demo.PASSWORD);
            assertThat(later.path()).isEqualTo("/portfolio/unsent");
            assertThat(later.page()).contains("action=\"/portfolio" + capture + "\"");
        }
    }

    @Test
    void what_is_shown_without_a_network_is_about_no_one() throws Exception {
        Browser emma = Served.as("emma");
        String name =
                emma.get("/").find(Pattern.compile("<strong>([^<]+)</strong>")).orElseThrow();
        assertThat(Served.stranger().get("/offline").page())
                .contains("id=\"capture\"", "/capture.js")
                .doesNotContain(name, "_csrf", "C1.1");
        assertThat(Files.size(Served.file().resolveSibling("demo.db.drafts-key")))
                .isEqualTo(32);
    }
}
