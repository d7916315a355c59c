package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import java.io.InputStream;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a database may be instead of the right one, and what is said then. */
class OpeningTest {
    private static void refuses(String key, ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.reason().key()).isEqualTo(key);
            assertThat(e.message(Locale.FRENCH)).isNotEqualTo(e.message(Locale.ENGLISH));
        });
    }

    @Test
    void an_account_that_the_server_refuses() {
        PGSimpleDataSource stranger = Server.plain("postgres");
        stranger.setUser("stranger");
        refuses("storage.refused", () -> PostgresSchools.open(stranger));
        refuses("storage.refused", () -> PostgresSchools.migrate(stranger));
    }

    @Test
    void a_database_that_is_not_there_and_a_server_that_is_not() throws Exception {
        refuses("storage.no-database", () -> PostgresSchools.open(Server.plain("nowhere")));
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        PGSimpleDataSource dead = Server.plain("postgres");
        dead.setURL("jdbc:postgresql://localhost:" + free + "/postgres");
        refuses("storage.unreachable", () -> PostgresSchools.open(dead));
    }

    @Test
    void a_database_without_the_tables() throws Exception {
        String database = Server.database();
        refuses("storage.not-prepared", () -> PostgresSchools.open(Server.plain(database)));
        assertThat(Server.seen(Server.plain(database), "SELECT nspname FROM pg_namespace WHERE nspname = 'portfolio'"))
                .as("opening makes nothing")
                .isEmpty();
    }

    @Test
    void a_schema_of_another_application() throws Exception {
        PGSimpleDataSource theirs = Server.plain(Server.database());
        Server.run(theirs, "CREATE SCHEMA portfolio", "CREATE TABLE portfolio.shares (isin text)");
        refuses("storage.foreign", () -> PostgresSchools.migrate(theirs));
        assertThat(Server.seen(theirs, "SELECT relname FROM pg_class WHERE relnamespace = 'portfolio'::regnamespace"))
                .containsExactly("shares");
        Server.run(theirs, "CREATE TABLE portfolio.deployment (version integer)");
        refuses("storage.foreign", () -> PostgresSchools.open(theirs));
        refuses("storage.foreign", () -> PostgresSchools.migrate(theirs));
    }

    @Test
    void tables_of_a_newer_and_of_an_older_version() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        Server.run(source, "UPDATE portfolio.deployment SET version = 99", "UPDATE portfolio.writing SET version = 99");
        refuses("storage.newer", () -> PostgresSchools.open(source));
        refuses("storage.newer", () -> PostgresSchools.migrate(source));
        Server.run(source, "UPDATE portfolio.deployment SET version = 0");
        refuses("storage.older", () -> PostgresSchools.open(source));
    }

    @Test
    void migrating_again_and_from_many_nodes_at_once_comes_to_the_same() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            running.add(nodes.submit(() ->
                    PostgresSchools.migrate(source, PostgresOptions.defaults().withPartitions(3))));
        }
        for (Future<?> each : running) each.get();
        nodes.shutdown();
        PostgresSchools.migrate(source);
        assertThat(Server.seen(source, "SELECT count(*) FROM pg_inherits")).doesNotContain("0");
        try (PostgresSchools schools = PostgresSchools.open(source)) {
            for (int i = 0; i < 10; i++) {
                try (PortfolioStore store = schools.create(UUID.randomUUID())) {
                    put(store, row(dossier(1), i, "{}"));
                    store.compact();
                    assertThat(rows(store, dossier(1))).hasSize(1);
                }
            }
            assertThat(schools.list(null, 100)).hasSize(10);
        }
    }

    @Test
    void tables_of_the_version_before_get_what_is_new_and_their_nodes_go_on() throws Exception {
        for (PostgresOptions options : List.of(
                PostgresOptions.defaults(),
                PostgresOptions.defaults().withPartitions(2).withRowLevelSecurity())) {
            PGSimpleDataSource source = Server.plain(Server.database());
            PostgresSchools.migrate(source, options);
            Server.backToVersion6(source);
            Server.run(
                    source,
                    "DROP TABLE portfolio.indexed, portfolio.token, portfolio.whole",
                    "DROP FUNCTION portfolio.index_rows, portfolio.apply_indexed",
                    "DROP TABLE portfolio.reading, portfolio.away, portfolio.writing",
                    "UPDATE portfolio.deployment SET version = 1");
            Server.run(source, "INSERT INTO portfolio.school (school, position) VALUES ('" + new UUID(1, 1) + "', 0)");
            refuses("storage.older", () -> PostgresSchools.open(source));
            PostgresSchools.migrate(source);
            assertThat(Server.seen(
                            source,
                            "SELECT count(*) FROM pg_inherits WHERE inhparent ="
                                    + " 'portfolio.reading'::regclass AND inhrelid::regclass::text NOT LIKE '%key'"))
                    .containsExactly(options.partitions() == 1 ? "0" : "2");
            assertThat(Server.seen(
                            source, "SELECT relrowsecurity FROM pg_class WHERE oid = 'portfolio.reading'::regclass"))
                    .containsExactly(options.rowLevelSecurity() ? "t" : "f");
            try (PostgresSchools schools = PostgresSchools.open(source);
                    PortfolioStore store = schools.school(new UUID(1, 1))) {
                AccessLog log = store.accessLog().orElseThrow();
                log.add(List.of(new LoggedReading(
                        new UUID(7, 7), dossier(1), Instant.EPOCH, "m.durand", "TEACHER", "goal", null)));
                put(store, row(dossier(1), 1, "{}"));
                store.compact();
                assertThat(log.of(dossier(1), PageRequest.first(9))).hasSize(1);
                assertThat(store.<String>read(view -> view.indexedBy())).isEmpty();
                store.searchIndex().orElseThrow().wholeBy("fr-1");
                assertThat(store.<String>read(view -> view.indexedBy())).isEqualTo("fr-1");
                schools.remove(new UUID(1, 1));
                assertThat(Server.seen(source, "SELECT count(*) FROM portfolio.reading"))
                        .containsExactly("0");
                assertThatThrownBy(() -> log.add(List.of(new LoggedReading(
                                new UUID(7, 7), dossier(1), Instant.EPOCH, "m.durand", "TEACHER", "goal", null))))
                        .isInstanceOf(NotFoundException.class);
            }
        }
    }

    @Test
    void newer_tables_are_worked_on_until_something_newer_is_written_to_them() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        UUID id = UUID.randomUUID();
        String next = String.valueOf(Migrations.NEWEST + 1);
        Server.run(
                source,
                "CREATE TABLE portfolio.of_the_next_version (school uuid)",
                "UPDATE portfolio.deployment SET version = " + next);
        PostgresSchools.migrate(source);
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(id)) {
            put(store, row(dossier(1), 1, "{}"));
        }
        assertThat(Server.seen(source, "SELECT version FROM portfolio.deployment"))
                .containsExactly(next);
        Server.run(source, "UPDATE portfolio.writing SET version = " + next);
        refuses("storage.newer", () -> PostgresSchools.open(source));
        refuses("storage.newer", () -> PostgresSchools.upgrade(source));
    }

    @Test
    void what_processes_of_the_version_before_could_not_live_with_waits_for_the_upgrade() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        Server.backToVersion6(source);
        Server.run(
                source,
                "DROP INDEX portfolio.token_words",
                "DROP TABLE portfolio.away, portfolio.writing",
                "UPDATE portfolio.deployment SET version = 3");
        refuses("storage.older", () -> PostgresSchools.upgrade(source));
        PostgresSchools.migrate(source);
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            put(store, row(dossier(1), 1, "{}"));
            Moving leaving = store.moving().orElseThrow();
            refuses("storage.upgrade-first", () -> leaving.leave(new UUID(1, 1), "elsewhere"));
            put(store, row(dossier(1), 2, "{}"));
            PostgresSchools.upgrade(source);
            PostgresSchools.upgrade(source);
            leaving.leave(new UUID(1, 1), "elsewhere");
            refuses("storage.moved", () -> put(store, row(dossier(1), 3, "{}")));
        }
    }

    @Test
    void a_standby_is_read_only_where_that_is_asked_for_and_never_written_to() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        UUID id = UUID.randomUUID();
        RecordedSource standby = new RecordedSource();
        PostgresOptions options = PostgresOptions.defaults().withStaleReads(standby.over(source));
        try (PostgresSchools without = PostgresSchools.open(source)) {
            refuses("storage.no-standby", () -> without.stale(id));
        }
        try (PostgresSchools schools = PostgresSchools.open(source, options);
                PortfolioStore store = schools.create(id)) {
            put(store, row(dossier(1), 1, "{}"));
            assertThat(rows(store, dossier(1))).hasSize(1);
            assertThat(standby.statements).isEmpty();
            assertThatThrownBy(() -> schools.stale(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
            try (PortfolioStore late = schools.stale(id)) {
                assertThat(rows(late, dossier(1))).hasSize(1);
                assertThat(late.contents().list(null, 9)).isEmpty();
                refuses("storage.stale", () -> late.commit(putting(Head.EMPTY, row(dossier(2), 1, "{}"))));
                refuses(
                        "storage.stale",
                        () -> late.load(List.of(putting(Head.EMPTY, row(dossier(2), 1, "{}")))
                                .iterator()));
                refuses("storage.stale", () -> late.contents().write(InputStream.nullInputStream(), Instant.EPOCH));
                refuses("storage.stale", late::compact);
            }
            assertThat(standby.statements).isNotEmpty().noneMatch(each -> each.contains("INSERT"));
        }
    }

    @Test
    void an_account_without_rights() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        Server.run(source, "DROP ROLE IF EXISTS bystander", "CREATE ROLE bystander LOGIN");
        PGSimpleDataSource bystander = Server.plain(source.getDatabaseName());
        bystander.setUser("bystander");
        refuses("storage.not-allowed", () -> PostgresSchools.open(bystander));
    }

    @Test
    void a_school_that_is_not_there_answers_like_an_unknown_id() {
        UUID nowhere = UUID.randomUUID();
        try (PostgresSchools schools = PostgresSchools.open(Server.pool())) {
            assertThatThrownBy(() -> schools.school(nowhere)).isInstanceOf(NotFoundException.class);
            PortfolioStore store = schools.create(nowhere);
            schools.remove(nowhere);
            assertThatThrownBy(() -> head(store, dossier(1))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> put(store, row(dossier(1), 1, "{}"))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> store.commit(putting(Head.EMPTY, row(dossier(1), 1, "{}"))))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_database_that_takes_no_changes_can_be_read() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        UUID id = UUID.randomUUID();
        try (PostgresSchools schools = PostgresSchools.open(source)) {
            put(schools.create(id), row(dossier(1), 1, "{}"));
        }
        PGSimpleDataSource standby = Server.plain(source.getDatabaseName());
        standby.setOptions("-c default_transaction_read_only=on");
        try (PostgresSchools schools = PostgresSchools.open(standby);
                PortfolioStore store = schools.school(id)) {
            assertThat(rows(store, dossier(1))).hasSize(1);
            refuses("storage.read-only", () -> put(store, row(dossier(1), 2, "{}")));
            refuses("storage.read-only", () -> schools.create(UUID.randomUUID()));
        }
    }

    @Test
    void a_statement_that_is_cancelled_writes_nothing() throws Exception {
        UUID id = UUID.randomUUID();
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(id);
                Connection busy = source.getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("SELECT FROM portfolio.school WHERE school = '" + id + "' FOR UPDATE");
            FutureTask<Void> commit = new FutureTask<>(() -> put(store, row(dossier(1), 1, "{}")), null);
            new Thread(commit).start();
            Server.run(source, "SELECT pg_cancel_backend(" + Server.waiting(source, "") + ")");
            assertThatThrownBy(commit::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().key()).isEqualTo("storage.cancelled"));
            busy.rollback();
            assertThat(rows(store, dossier(1))).isEmpty();
            put(store, row(dossier(1), 1, "{}"));
        }
    }

    @Test
    void a_text_with_a_null_character() {
        try (PostgresSchools schools = PostgresSchools.open(Server.pool());
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            refuses("storage.null-character", () -> put(store, row(dossier(1), 1, "{\"a\":\"\0\"}")));
            refuses("storage.null-character", () -> put(store, row(dossier(1), 1, "{}", new Key("a", "\0"))));
            refuses(
                    "storage.null-character",
                    () -> store.load(List.of(putting(Head.EMPTY, row(dossier(1), 1, "\0")))
                            .iterator()));
            assertThat(head(store, dossier(1))).isEqualTo(Head.EMPTY);
        }
    }

    @Test
    void every_sentence_is_there_in_both_languages() throws Exception {
        Properties english = texts("messages.properties");
        Properties french = texts("messages_fr.properties");
        assertThat(english.keySet()).isEqualTo(french.keySet()).hasSizeGreaterThan(30);
        english.forEach((key, text) -> {
            for (int i = 0; i < 3; i++) {
                assertThat(String.valueOf(french.get(key)).contains("{" + i + "}"))
                        .as("{%s} of %s", i, key)
                        .isEqualTo(String.valueOf(text).contains("{" + i + "}"));
            }
        });
    }

    private static Properties texts(String file) throws Exception {
        Properties texts = new Properties();
        texts.load(new StringReader(
                new String(OpeningTest.class.getResourceAsStream(file).readAllBytes(), StandardCharsets.UTF_8)));
        return texts;
    }
}
