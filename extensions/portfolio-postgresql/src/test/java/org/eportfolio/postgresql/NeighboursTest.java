package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.removing;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.Watch;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Other nodes on the same database, and what erasures leave in its files. */
class NeighboursTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void the_commits_of_other_nodes_are_heard_by_one_query_for_all_schools() throws Exception {
        int many = 20;
        RecordedSource recorded = new RecordedSource();
        try (PostgresSchools here = PostgresSchools.open(recorded.over(Server.pool()));
                PostgresSchools there = PostgresSchools.open(Server.pool())) {
            List<PortfolioStore> stores = new ArrayList<>();
            List<CountDownLatch> heard = new ArrayList<>();
            List<Watch> watches = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                UUID id = UUID.randomUUID();
                stores.add(there.create(id));
                // The first look counts as a move, and the commit is the second.
                CountDownLatch twice = new CountDownLatch(2);
                heard.add(twice);
                watches.add(here.school(id).watch(twice::countDown));
            }
            for (CountDownLatch each : heard) while (each.getCount() == 2) Thread.onSpinWait();
            recorded.roundTrips.set(0);
            long began = System.nanoTime();
            for (PortfolioStore each : stores) put(each, row(dossier(1), 1, "{}"));
            for (CountDownLatch each : heard)
                assertThat(each.await(20, TimeUnit.SECONDS)).isTrue();
            long asked = recorded.roundTrips.get();
            long ticks = (System.nanoTime() - began) / 1_000_000 / Follower.TICK_MILLIS;
            assertThat(asked).isLessThanOrEqualTo(2 * (ticks + 2));
            watches.forEach(Watch::close);
            watches.forEach(Watch::close);
        }
    }

    @Test
    void what_was_erased_is_in_no_file_of_the_tables_once_they_are_compacted() throws Exception {
        String mark = "erased-by-right";
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            Row secret = row(dossier(1), 1, "{\"text\":\"" + mark + "\"}");
            store.commit(new Change(Map.of(), List.of(), List.of(secret), List.of()));
            put(store, row(dossier(1), 2, "{\"kept\":true}"));
            Stored file = store.contents()
                    .write(new ByteArrayInputStream(mark.repeat(30_000).getBytes(StandardCharsets.UTF_8)), MONDAY);
            Server.run(source, "CHECKPOINT");
            assertThat(Server.filesWith(source, mark.getBytes(StandardCharsets.UTF_8)))
                    .isNotEmpty();
            store.commit(removing(head(store, dossier(1)), secret));
            put(store, row(dossier(1), 3, "{\"kept\":true}"));
            assertThat(store.contents().remove(file, MONDAY.plusSeconds(1))).isTrue();
            Server.run(source, "CHECKPOINT");
            assertThat(Server.filesWith(source, mark.getBytes(StandardCharsets.UTF_8)))
                    .as("deleting is not enough")
                    .isNotEmpty();
            store.compact();
            Server.run(source, "CHECKPOINT");
            assertThat(Server.filesWith(source, mark.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(rows(store, dossier(1))).hasSize(2);
            assertThat(store.check()).isEmpty();
            assertThat(schools.leftAfterCompaction())
                    .extracting(each -> each.key())
                    .contains("left.log", "left.text-log", "left.backups");
        }
    }

    @Test
    void a_transaction_that_began_before_the_erasure_is_waited_for_and_named() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        UUID school = UUID.randomUUID();
        try (PostgresSchools schools = PostgresSchools.open(source, hurried());
                PostgresSchools patient = PostgresSchools.open(source);
                PortfolioStore store = schools.create(school);
                Connection reader = source.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT 1 FROM pg_class");
            put(store, row(dossier(1), 1, "{}"));
            assertThatThrownBy(store::compact)
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().key()).isEqualTo("storage.compact-held"));
            reader.rollback();
            patient.school(school).compact();
        }
    }

    @Test
    void one_that_writes_in_another_database_of_the_server_is_waited_for_too() throws Exception {
        String mark = "erased-while-others-write";
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        UUID school = UUID.randomUUID();
        try (PostgresSchools schools = PostgresSchools.open(source, hurried());
                PostgresSchools patient = PostgresSchools.open(source);
                PortfolioStore store = schools.create(school);
                Connection other = Server.plain(Server.database()).getConnection();
                Statement statement = other.createStatement()) {
            Row secret = row(dossier(1), 1, "{\"text\":\"" + mark + "\"}");
            store.commit(new Change(Map.of(), List.of(), List.of(secret), List.of()));
            other.setAutoCommit(false);
            statement.execute("CREATE TABLE elsewhere (n integer)");
            store.commit(removing(head(store, dossier(1)), secret));
            assertThatThrownBy(store::compact)
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().key()).isEqualTo("storage.compact-held"));
            other.rollback();
            patient.school(school).compact();
            assertThat(Server.filesWith(source, mark.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void sessions_of_accounts_that_one_may_not_see_are_named() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        String database = source.getDatabaseName();
        Server.run(
                source,
                "CREATE ROLE reader_of_" + database + " LOGIN",
                "GRANT SELECT ON ALL TABLES IN SCHEMA portfolio TO reader_of_" + database,
                "GRANT USAGE ON SCHEMA portfolio TO reader_of_" + database);
        PGSimpleDataSource plain = Server.plain(database);
        plain.setUser("reader_of_" + database);
        try (Connection other = source.getConnection();
                PostgresSchools schools = PostgresSchools.open(plain)) {
            assertThat(schools.leftAfterCompaction())
                    .extracting(each -> each.key())
                    .contains("left.sessions");
            Server.run(source, "GRANT pg_read_all_stats TO reader_of_" + database);
            assertThat(schools.leftAfterCompaction())
                    .extracting(each -> each.key())
                    .doesNotContain("left.sessions");
            assertThat(other.isClosed()).isFalse();
        } finally {
            Server.run(source, "DROP OWNED BY reader_of_" + database, "DROP ROLE reader_of_" + database);
        }
    }

    @Test
    void a_vacuum_that_began_before_the_erasure_is_not_waited_for() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(UUID.randomUUID());
                Connection slow = source.getConnection();
                Statement vacuum = slow.createStatement()) {
            vacuum.execute("INSERT INTO portfolio.entry SELECT gen_random_uuid(), n, gen_random_uuid(), 1,"
                    + " sha256(CAST(n AS text)::bytea), repeat('x', 500) FROM generate_series(1, 20000) AS n");
            vacuum.execute("SET vacuum_cost_limit = 1");
            vacuum.execute("SET vacuum_cost_delay = 100");
            Future<?> running = thread.submit(() -> vacuum.execute("VACUUM portfolio.entry"));
            String now = "SELECT count(*) FROM pg_stat_progress_vacuum WHERE datname = current_database()"
                    + " AND relid = 'portfolio.entry'::regclass";
            while (Server.seen(source, now).equals(List.of("0"))) Thread.onSpinWait();
            put(store, row(dossier(1), 2, "{}"));
            store.compact();
            assertThat(Server.seen(source, now)).as("it is still at work").containsExactly("1");
            vacuum.cancel();
            assertThatThrownBy(running::get).hasMessageContaining("canceling statement");
        } finally {
            thread.shutdown();
        }
    }

    private static PostgresOptions hurried() {
        return PostgresOptions.defaults().withLockTimeout(Duration.ofMillis(50));
    }
}
