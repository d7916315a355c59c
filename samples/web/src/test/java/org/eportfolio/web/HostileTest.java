package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eportfolio.core.Portfolio;
import org.eportfolio.sqlite.SqliteStore;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.demo.NotTheDemoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Those who try what is not theirs learn nothing and change nothing. */
class HostileTest {
    @Test
    void no_page_opens_without_signing_in() {
        for (String each : List.of("/", "/privacy", "/dossiers/" + UUID.randomUUID(), "/open/x")) {
            assertThat(Served.stranger().get(each).path()).as(each).isEqualTo("/login");
        }
    }

    @Test
    void a_forged_id_a_malformed_one_and_another_persons_are_answered_alike() {
        Browser emma = Served.as("emma");
        String own = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        String toms = Served.as("tom").get("/").link("/dossiers/[0-9a-f-]{36}");
        String unknown = emma.get("/dossiers/" + UUID.randomUUID()).words();
        assertThat(emma.status()).isEqualTo(404);
        assertThat(unknown).contains("Il n’y a rien à cette adresse");
        List<String> others = List.of(
                toms,
                "/dossiers/no-id",
                toms + "/productions/" + UUID.randomUUID(),
                own + "/productions/" + UUID.randomUUID(),
                own + "/productions/" + UUID.randomUUID() + "/files/" + "0".repeat(64),
                "/classes/" + UUID.randomUUID(),
                "/open/dossier." + UUID.randomUUID(),
                "/nowhere");
        for (String each : others) {
            assertThat(emma.get(each).status()).as(each).isEqualTo(404);
            assertThat(emma.words()).as(each).isEqualTo(unknown);
        }
        assertThat(emma.get(own + "/productions/..%2F..%2Fetc/passwd").status()).isBetween(400, 404);
    }

    @Test
    void a_form_without_its_mark_changes_nothing() {
        Browser emma = Served.as("emma");
        String own = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        assertThat(emma.postUnmarked(own + "/capture", "title", "Glissé par un autre site")
                        .status())
                .isEqualTo(403);
        assertThat(emma.words()).contains("La page avait expiré");
        assertThat(emma.get(own).words()).doesNotContain("Glissé par un autre site");
    }

    @Test
    void a_learner_positions_no_one() {
        Browser emma = Served.as("emma");
        String own = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        emma.get(own + "/capture");
        emma.post(own + "/position", "competency", "C1.1", "level", "maitrise", "because", "Moi-même.");
        assertThat(emma.status()).isEqualTo(403);
        assertThat(emma.words()).contains("Ce n’est pas permis");
        assertThat(emma.get(own).words()).doesNotContain("Moi-même.");
    }

    @Test
    void an_unknown_link_says_what_an_ended_one_says() {
        Browser stranger = Served.stranger();
        assertThat(stranger.get("/t/" + "a".repeat(43)).status()).isEqualTo(404);
        assertThat(stranger.words()).contains("Il n’y a rien à cette adresse");
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_carry_out_nothing_that_stands_in_them() {
        Browser teacher = Served.as("m.durand");
        teacher.get(teacher.get("/").link("/classes/[0-9a-f-]{36}"));
        assertThat(teacher.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(teacher.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(teacher.page())
                .doesNotContainPattern("(src|href)=\"(https?:)?//")
                .doesNotContain("style=\"", " on");
    }

    @Test
    void the_demonstration_refuses_a_file_that_is_not_its_own(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("school.db");
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            portfolio.setUp("proviseure");
        }
        assertThatThrownBy(() -> SchoolServer.start("--demo", "--server.port=0", "--portfolio.path=" + file))
                .isInstanceOf(NotTheDemoException.class)
                .hasMessageContaining("was left as it is");
        assertThat(Files.exists(folder.resolve("school.db.clock"))).isFalse();
    }

    @Test
    void without_the_demonstration_no_account_exists(@TempDir Path folder) {
        try (ConfigurableApplicationContext running =
                SchoolServer.start("--server.port=0", "--portfolio.path=" + folder.resolve("school.db"))) {
            Browser someone =
                    new Browser("http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port"), "fr");
            someone.get("/login");
            assertThat(someone.words()).contains("Aucun compte n’existe encore").doesNotContain("emma");
            someone.post("/login", "username", "emma", "password", Demo.PASSWORD);
            assertThat(someone.words()).contains("n’est pas le bon");
        }
    }

    @Test
    void the_demonstration_answers_this_machine_alone_and_goes_on_from_its_own_time() {
        assertThat(Served.bean(org.springframework.core.env.Environment.class).getProperty("server.address"))
                .isEqualTo("127.0.0.1");
        assertThat(Served.bean(Demo.class).clock().instant().toString()).startsWith("2027-06-21");
        assertThat(Served.bean(Greeting.class).text()).contains("http://127.0.0.1:", "c.reference");
    }

    @Test
    void rooms_of_another_learner_and_of_the_school_are_not_there_or_not_open() {
        Browser emma = Served.as("emma");
        String own = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        Browser malo = Served.as("malo");
        malo.get("/");
        for (String each :
                List.of("projects", "watch", "showcases", "reviews", "exam", "badges", "authorisations", "missions")) {
            assertThat(malo.get(own + "/" + each).status()).as(each).isEqualTo(404);
            assertThat(malo.words()).contains("Il n’y a rien à cette adresse");
        }
        for (String each : List.of("year", "privacy", "upkeep/check", "people/grants", "erasure", "departure/pack")) {
            malo.get("/");
            malo.post("/school/" + each, "person", "emma", "role", "HEAD", "cohort", "x", "roster", "x");
            assertThat(malo.status()).as(each).isNotEqualTo(500);
            assertThat(malo.words())
                    .as(each)
                    .doesNotContain("est faite", "Le rôle est donné", "C’est effacé", "Tout est entier");
        }
        assertThat(malo.get("/school/journal").status()).isEqualTo(403);
        assertThat(malo.get("/school/erasure?person=emma").status()).isEqualTo(403);
        for (String each : List.of("waiting", "upkeep", "departure")) {
            assertThat(malo.get("/school/" + each).status()).as(each).isEqualTo(404);
        }
    }

    @Test
    void links_of_every_kind_say_the_same_of_what_is_not_there() {
        Browser stranger = Served.stranger();
        for (String each : List.of("t", "s", "j", "p")) {
            assertThat(stranger.get("/" + each + "/" + "b".repeat(43)).status())
                    .as(each)
                    .isEqualTo(404);
            assertThat(stranger.words()).contains("Il n’y a rien à cette adresse");
        }
        assertThat(stranger.get("/live").path()).isEqualTo("/login");
    }
}
