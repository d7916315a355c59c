package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The same server over PostgreSQL, by its properties alone. */
@Tag("long")
class PostgresqlSchoolTest {
    @TempDir
    Path folder;

    @Test
    void a_school_in_a_database_is_there_again_after_a_restart() throws IOException {
        String school = UUID.randomUUID().toString();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            try (ConfigurableApplicationContext first = started(server, school)) {
                first.getBean(Portfolios.class).call(school, portfolio -> portfolio.setUp("proviseure"));
            }
            try (ConfigurableApplicationContext second = started(server, school)) {
                assertThat(second.getBean(Portfolios.class).call(school, Portfolio::administrator))
                        .isPresent();
                String port = second.getEnvironment().getProperty("local.server.port");
                Browser browser = new Browser("http://127.0.0.1:" + port, "fr");
                assertThat(browser.get("/login").status()).isEqualTo(200);
                assertThat(browser.get("/").path()).isEqualTo("/login");
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private ConfigurableApplicationContext started(EmbeddedPostgres server, String school) {
        return SchoolServer.start(
                "--server.port=0",
                "--portfolio.store=postgresql",
                "--portfolio.migrate=true",
                "--portfolio.school=" + school,
                "--school.beside=" + folder.resolve("school"),
                "--school.database.jdbc-url=" + server.getJdbcUrl("postgres", "postgres"));
    }
}
