package org.eportfolio.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.eportfolio.core.Portfolios;
import org.eportfolio.id.CohortId;
import org.eportfolio.school.Actor;
import org.eportfolio.spring.ActorResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A platform with JPA over a database of its own gets the starter, a store and one property, and changes nothing else. */
class PlatformTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext running;

    @BeforeEach
    void the_platform_starts() {
        SpringApplication platform = new SpringApplication(Platform.class);
        ApplicationContextInitializer<GenericApplicationContext> signedIn =
                context -> context.registerBean(ActorResolver.class, () -> request -> Actor.of("proviseure"));
        platform.addInitializers(signedIn);
        running = platform.run(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                "--spring.jpa.hibernate.ddl-auto=create",
                "--portfolio.path=" + folder.resolve("school.db"));
    }

    @AfterEach
    void the_platform_stops() {
        running.close();
    }

    @Test
    void its_own_database_has_its_own_tables_and_nothing_of_the_portfolio() throws SQLException {
        Rooms rooms = running.getBean(Rooms.class);
        rooms.save(new Room("B204", 24));
        running.getBean(Portfolios.class).call("school", portfolio -> portfolio.setUp("proviseure"));
        assertThat(rooms.findById("B204").map(Room::seats)).contains(24);
        assertThat(running.getBeansOfType(DataSource.class)).hasSize(1);
        assertThat(running.getBeansOfType(Clock.class)).isEmpty();
        try (Connection connection = running.getBean(DataSource.class).getConnection();
                var tables =
                        connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"TABLE", "BASE TABLE"})) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TABLE_NAME")).isEqualToIgnoringCase("room");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void its_pages_take_desks_ids_and_records_as_json() throws IOException, InterruptedException {
        CohortId cohort = running.getBean(Portfolios.class)
                .call(
                        "school",
                        portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
        HttpResponse<String> found = get("/classes/" + cohort);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"id\":\"" + cohort + "\"", "2SNO");
        HttpResponse<String> unknown = get("/classes/" + UUID.randomUUID());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:eportfolio:problem:not-found");
    }

    @Test
    void its_own_service_asks_the_portfolio() {
        CohortId cohort = running.getBean(Portfolios.class)
                .call(
                        "school",
                        portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
        assertThat(running.getBean(Timetable.class).nameOf(cohort)).isEqualTo("2SNO");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = running.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
