package org.eportfolio.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A host that keeps its schools in the database behind its own data source. */
class PostgresqlHostTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PortfolioAutoConfiguration.class))
                .withPropertyValues("portfolio.store=postgresql");
    }

    @Test
    void the_tables_and_the_one_school_are_made_and_stay_for_the_next_start() {
        UUID school = UUID.randomUUID();
        ApplicationContextRunner host = host().withBean(DataSource.class, () -> server.getPostgresDatabase())
                .withPropertyValues("portfolio.migrate=true", "portfolio.school=" + school);
        host.run(context ->
                context.getBean(Portfolios.class).call(school.toString(), portfolio -> portfolio.setUp("proviseure")));
        host.run(context -> {
            assertThat(context.getBean(Portfolios.class).call(school.toString(), Portfolio::administrator))
                    .isPresent();
            assertThat(context).hasSingleBean(DataSource.class);
        });
    }

    @Test
    void without_a_data_source_it_says_so() {
        host().run(context -> assertThat(context).getFailure().hasMessageContaining("javax.sql.DataSource"));
    }
}
