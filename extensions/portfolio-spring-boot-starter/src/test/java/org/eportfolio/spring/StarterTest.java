package org.eportfolio.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.json.PortfolioJackson2;
import org.eportfolio.json.PortfolioJackson3;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.SchoolStores;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** What a host gets from its properties, and what it keeps for itself. */
class StarterTest {
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            PortfolioAutoConfiguration.class,
            PortfolioCheckAutoConfiguration.class,
            PortfolioJsonAutoConfiguration.class,
            PortfolioWebAutoConfiguration.class,
            PortfolioHealthAutoConfiguration.class,
            PortfolioMetricsAutoConfiguration.class);

    private final ApplicationContextRunner host = new ApplicationContextRunner().withConfiguration(ALL);

    @Test
    void a_school_in_a_file_is_made_when_it_is_first_used_in_the_zone_that_was_set(@TempDir Path folder) {
        Path file = folder.resolve("school.db");
        host.withPropertyValues("portfolio.path=" + file, "portfolio.zone=Pacific/Noumea")
                .run(context -> {
                    assertThat(file).doesNotExist();
                    Portfolios portfolios = context.getBean(Portfolios.class);
                    portfolios.call("school", portfolio -> portfolio.setUp("proviseure"));
                    assertThat(file).exists();
                    assertThat(portfolios.call("school", Portfolio::zone)).isEqualTo(ZoneId.of("Pacific/Noumea"));
                });
        host.withPropertyValues("portfolio.path=" + file)
                .run(context -> assertThat(context.getBean(Portfolios.class).call("school", Portfolio::administrator))
                        .isPresent());
    }

    @Test
    void the_schools_of_a_folder_are_there_by_their_files(@TempDir Path folder) {
        SqliteStore.open(folder.resolve("0750001A.db")).close();
        host.withPropertyValues("portfolio.folder=" + folder).run(context -> {
            Portfolios portfolios = context.getBean(Portfolios.class);
            assertThat(portfolios.call("0750001A", Portfolio::administrator)).isEmpty();
            assertThatThrownBy(() -> portfolios.use("../0750001A")).isInstanceOf(NotFoundException.class);
        });
    }

    @Test
    void without_a_place_it_says_what_to_set() {
        host.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("portfolio.path"));
    }

    /** A database that is another's business. */
    private static DataSource untouchable() {
        return (DataSource) Proxy.newProxyInstance(
                StarterTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) throw new AssertionError("it was asked");
                    return method.getName().equals("hashCode")
                            ? 1
                            : method.getName().equals("equals") ? false : "mine";
                });
    }

    @Test
    void the_hosts_database_mapper_clock_and_threads_are_its_own(@TempDir Path folder) {
        host.withPropertyValues("portfolio.path=" + folder.resolve("school.db"))
                .withBean(DataSource.class, StarterTest::untouchable)
                .run(context -> {
                    context.getBean(Portfolios.class).call("school", portfolio -> portfolio.setUp("proviseure"));
                    assertThat(context).hasSingleBean(DataSource.class);
                    assertThat(context)
                            .doesNotHaveBean(Clock.class)
                            .doesNotHaveBean(Executor.class)
                            .doesNotHaveBean(JsonMapper.class);
                });
    }

    @Test
    void it_steps_back_for_the_hosts_own_beans() {
        Portfolios own = Portfolios.over(
                        new OneSchool("lycee", InMemoryStore::new),
                        (school, store) -> Portfolio.with(store).build())
                .build();
        host.withPropertyValues("portfolio.store=memory")
                .withBean(Portfolios.class, () -> own)
                .run(context -> assertThat(context.getBean(Portfolios.class)).isSameAs(own));
        SchoolStores stores = new OneSchool("lycee", InMemoryStore::new);
        host.withPropertyValues("portfolio.path=never-opened.db")
                .withBean(SchoolStores.class, () -> stores)
                .run(context -> {
                    context.getBean(Portfolios.class).call("lycee", portfolio -> portfolio.setUp("proviseure"));
                    assertThat(Path.of("never-opened.db")).doesNotExist();
                });
    }

    @Test
    void customizers_add_what_the_host_wants_of_each_school() {
        host.withPropertyValues("portfolio.store=memory")
                .withBean(
                        PortfolioCustomizer.class,
                        () -> (school, builder) ->
                                builder.accessPolicy(question -> java.util.Optional.of("closed for the holidays")))
                .run(context -> assertThatThrownBy(() -> context.getBean(Portfolios.class)
                                .call("school", portfolio -> {
                                    portfolio.setUp("proviseure");
                                    return portfolio
                                            .as(Actor.of("proviseure"))
                                            .cohorts()
                                            .enrol("2SNO");
                                }))
                        .isInstanceOf(org.eportfolio.PortfolioException.class));
    }

    /** A bean that works with the portfolio until the host stops. */
    private record Working(Portfolios portfolios, List<String> seen) implements DisposableBean {
        @Override
        public void destroy() {
            portfolios.call("school", Portfolio::administrator);
            seen.add("worked to the end");
        }
    }

    @Test
    void it_is_closed_after_all_that_use_it() {
        List<String> seen = new ArrayList<>();
        List<Portfolios> kept = new ArrayList<>();
        host.withPropertyValues("portfolio.store=memory")
                .withInitializer(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                        .registerBean(Working.class, () -> new Working(context.getBean(Portfolios.class), seen)))
                .run(context -> kept.add(context.getBean(Working.class).portfolios()));
        assertThat(seen).containsExactly("worked to the end");
        assertThatThrownBy(() -> kept.get(0).use("school")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void records_are_written_by_the_hosts_own_jackson() {
        host.withPropertyValues("portfolio.store=memory")
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).hasSingleBean(PortfolioJackson3.class);
                    String json = context.getBean(JsonMapper.class)
                            .writeValueAsString(org.eportfolio.framework.Code.of("C3.1"));
                    assertThat(json).isEqualTo("\"C3.1\"");
                    com.fasterxml.jackson.databind.ObjectMapper second =
                            new com.fasterxml.jackson.databind.ObjectMapper()
                                    .registerModule(context.getBean(PortfolioJackson2.class));
                    assertThat(second.writeValueAsString(org.eportfolio.framework.Code.of("C3.1")))
                            .isEqualTo(json);
                });
    }

    @Test
    void a_host_without_jackson_web_health_or_meters_starts_all_the_same() {
        host.withPropertyValues("portfolio.store=memory")
                .withClassLoader(new FilteredClassLoader(
                        JacksonModule.class,
                        com.fasterxml.jackson.databind.Module.class,
                        WebMvcConfigurer.class,
                        HealthIndicator.class,
                        MeterRegistry.class))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Portfolios.class);
                    assertThat(context)
                            .doesNotHaveBean("portfolioJackson3")
                            .doesNotHaveBean("portfolioJackson2")
                            .doesNotHaveBean("portfolioMeters");
                });
    }

    @Test
    void health_is_that_the_school_can_be_read(@TempDir Path folder) throws IOException {
        host.withPropertyValues("portfolio.store=memory").run(context -> {
            Health health = Objects.requireNonNull(
                    context.getBean(HealthIndicator.class).health());
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("open", 1).containsEntry("failures", 0L);
        });
        Path broken = Files.writeString(folder.resolve("broken.db"), "no portfolio at all, but some text");
        host.withPropertyValues("portfolio.path=" + broken).run(context -> {
            Health health = Objects.requireNonNull(
                    context.getBean(HealthIndicator.class).health());
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void an_operator_looks_through_a_school_once_the_purpose_is_stated(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("school.db");
        host.withPropertyValues("portfolio.path=" + file)
                .run(context -> assertThat(context).doesNotHaveBean(PortfolioCheck.class));
        ApplicationContextRunner stated =
                host.withPropertyValues("portfolio.path=" + file, "portfolio.check-purpose=Vérifier la base, la nuit");
        stated.run(context -> {
            Portfolios portfolios = context.getBean(Portfolios.class);
            portfolios.call(
                    "school",
                    portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
            PortfolioCheck check = context.getBean(PortfolioCheck.class);
            assertThat(check.check("school"))
                    .isEqualTo(new PortfolioCheck.Found(true, List.of(), List.of(), List.of()));
            assertThat(check.check("elsewhere")).isNull();
            String register = portfolios.call(
                    "school",
                    portfolio -> portfolio
                            .as(Actor.of("proviseure"))
                            .privacy()
                            .register()
                            .services()
                            .toString());
            assertThat(register).contains("Vérifier la base, la nuit");
        });
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update record set body = replace(body, '2SNO', '3SNO')");
        }
        stated.run(context -> {
            PortfolioCheck.Found found =
                    Objects.requireNonNull(context.getBean(PortfolioCheck.class).check("school"));
            assertThat(found.sound()).isFalse();
            assertThat(found.faults()).isNotEmpty();
        });
    }

    @Test
    void meters_say_what_the_portfolios_count(@TempDir Path folder) {
        host.withPropertyValues("portfolio.path=" + folder.resolve("school.db")).run(context -> {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            context.getBean(MeterBinder.class).bindTo(registry);
            assertThat(registry.get("portfolio.schools.open").gauge().value()).isZero();
            Portfolios portfolios = context.getBean(Portfolios.class);
            portfolios.call(
                    "school",
                    portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
            assertThatThrownBy(() -> portfolios.call(
                            "school",
                            portfolio ->
                                    portfolio.as(Actor.of("nobody")).cohorts().enrol("3SNO")))
                    .isInstanceOf(DeniedException.class);
            assertThat(registry.get("portfolio.schools.open").gauge().value()).isEqualTo(1);
            assertThat(registry.get("portfolio.refusals").functionCounter().count())
                    .isEqualTo(1);
            assertThat(registry.get("portfolio.commits").functionCounter().count())
                    .isEqualTo(portfolios.statistics().commits())
                    .isPositive();
            assertThat(registry.get("portfolio.calls")
                            .tag("kind", "write")
                            .functionCounter()
                            .count())
                    .isPositive();
            assertThat(registry.get("portfolio.cache")
                            .tag("result", "miss")
                            .functionCounter()
                            .count())
                    .isPositive();
            assertThat(registry.get("portfolio.log.size").gauge().value()).isPositive();
        });
    }

    @Test
    void a_host_of_many_schools_says_which_one_a_request_is_about(@TempDir Path folder) {
        WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(ALL);
        web.withPropertyValues("portfolio.folder=" + folder)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("SchoolResolver"));
        web.withPropertyValues("portfolio.folder=" + folder)
                .withBean(SchoolResolver.class, () -> request -> request.getServerName())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void each_property_is_described_for_editors() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StarterTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            String metadata = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (RecordComponent each : PortfolioProperties.class.getRecordComponents()) {
                String name = each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
                assertThat(metadata).contains("\"portfolio." + name + "\"");
            }
        }
    }
}
