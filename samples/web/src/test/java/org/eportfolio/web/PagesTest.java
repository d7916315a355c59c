package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.web.demo.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What holds for every page that a person reaches by following links. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final int MOST = 60;

    private static Set<String> walk(Browser browser, String language) {
        return walk(browser, address -> look(address, browser, language));
    }

    /** Follows links from the first page on, and has a look at each page where it is. */
    static Set<String> walk(Browser browser, Consumer<String> look) {
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST) {
            String address = open.removeFirst();
            browser.get(address);
            if (browser.header("Content-Disposition").startsWith("attachment")) continue;
            look.accept(address);
            Matcher links = LINK.matcher(browser.page());
            while (links.find()) {
                String next = links.group(1).replace("&amp;", "&");
                if (seen.add(next)) open.add(next);
            }
        }
        return seen;
    }

    /** What a reader of the page needs, whoever they are and however they read. */
    private static void look(String address, Browser browser, String language) {
        String page = browser.page();
        assertThat(browser.status()).as(address).isEqualTo(200);
        assertThat(page)
                .as(address)
                .contains("<html", "lang=\"" + language + "\"", "<main id=\"main\"", "class=\"skip\"");
        assertThat(page.split("<h1", -1)).as("one heading of " + address).hasSize(2);
        assertThat(page).as(address).doesNotContain("??", "th:", "org.eportfolio");
        Set<String> ids = new HashSet<>();
        ID.matcher(page)
                .results()
                .map(each -> each.group(1))
                .forEach(id -> assertThat(ids.add(id))
                        .as("%s stands once in %s", id, address)
                        .isTrue());
        for (MatchResult each : FIELD.matcher(page).results().toList()) {
            String field = each.group();
            if (field.contains("type=\"hidden\"")) continue;
            boolean within = page.lastIndexOf("<label", each.start()) > page.lastIndexOf("</label>", each.start());
            Matcher id = ID.matcher(field);
            boolean named = id.find() && page.contains("for=\"" + id.group(1) + "\"");
            assertThat(within || named)
                    .as("a label for %s in %s", field, address)
                    .isTrue();
        }
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void a_teacher_walks_through_pages_that_read_well() {
        Set<String> seen = walk(Served.as("c.reference"), "fr");
        assertThat(seen).anyMatch(each -> each.startsWith("/classes/")).anyMatch(each -> each.contains("/position?"));
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void a_learner_does_too() {
        assertThat(walk(Served.as("malo"), "fr")).contains("/privacy").anyMatch(each -> each.endsWith("/capture"));
    }

    @Test
    @ResourceLock("what goes, to which a page just led")
    void a_head_and_a_tutor_in_english_do_too() {
        Browser head = Served.stranger("en-GB");
        head.get("/login");
        head.post("/login", "username", "proviseure", "password", Demo.PASSWORD);
        assertThat(head.words()).contains("Hello, Mme Exemple");
        walk(head, "en");
    }

    @Test
    void the_language_is_the_browsers_until_one_is_chosen() {
        Browser reader = Served.stranger("de, en;q=0.5");
        assertThat(reader.get("/login").words()).contains("Sign in");
        assertThat(reader.get("/login?lang=fr").words()).contains("Se connecter");
        assertThat(reader.get("/login").words()).as("kept").contains("Se connecter");
        assertThat(Served.stranger("de").get("/login").page()).contains("lang=\"fr\"");
    }

    @Test
    void a_page_in_the_other_language_is_about_the_same() {
        Browser head = Served.as("proviseure");
        head.get("/school/erasure?person=tom");
        head.get("/school/erasure" + head.link("\\?person=tom&amp;lang=en"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.words()).contains("Tom Toutlemonde");
        assertThat(head.get("/school/year/preview?lang=fr").path())
                .as("what only a form leads to")
                .isEqualTo("/school/year");
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        for (String each : List.of("/texts", "/org/eportfolio/web/look/messages")) {
            assertThat(keys(each + "_fr.properties")).isEqualTo(keys(each + ".properties"));
        }
    }

    private static Set<Object> keys(String resource) throws IOException {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(PagesTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return texts.keySet();
        }
    }

    @Test
    void what_the_readme_says_of_the_starter_and_of_this_host_is_so() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        assertThat(readme)
                .contains("mvn -q -Pweb -pl samples/web -am -DskipTests package")
                .contains("java -jar samples/web/target/school.jar --demo");
        String page = Files.readString(Path.of("src/main/java/org/eportfolio/web/home/HomePage.java"));
        Matcher snippet = Pattern.compile("(?s)<!-- samples/web -->\\s*```java\\n(.*?)```")
                .matcher(readme);
        assertThat(snippet.find()).isTrue();
        assertThat(page.replaceAll("\\s+", " "))
                .contains(snippet.group(1).strip().replaceAll("\\s+", " "));
    }
}
