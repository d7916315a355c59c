package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.removing;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.NotFoundException;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server and a standby that follows it, over streaming replication. */
@Tag("long")
class StandbyTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final long CATCHES_UP_WITHIN_NANOS = 30_000_000_000L;

    private final UUID id = UUID.randomUUID();
    private OwnServer primary;
    private OwnServer standby;
    private PGSimpleDataSource here;
    private PGSimpleDataSource there;

    @BeforeEach
    void a_standby_follows() throws IOException {
        primary = OwnServer.start("synchronous_commit=on");
        here = primary.plain("postgres");
        PostgresSchools.migrate(here);
        standby = primary.standby("max_standby_streaming_delay=500");
        there = standby.plain("postgres");
    }

    @AfterEach
    void both_end() throws IOException {
        if (standby != null) standby.close();
        if (primary != null) primary.close();
    }

    private static void refuses(String key, ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo(key));
    }

    private void awaitReplayed() throws SQLException {
        String place = Server.seen(here, "SELECT pg_current_wal_flush_lsn()").get(0);
        String replayed = "SELECT pg_last_wal_replay_lsn() >= '" + place + "'::pg_lsn";
        long end = System.nanoTime() + CATCHES_UP_WITHIN_NANOS;
        while (!isTrue(replayed)) {
            assertThat(System.nanoTime()).as("replayed").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** This query may itself be in the way of the replay. */
    private boolean isTrue(String query) throws SQLException {
        try {
            return Server.seen(there, query).equals(List.of("t"));
        } catch (SQLException e) {
            if ("40001".equals(e.getSQLState())) return false;
            throw e;
        }
    }

    @Test
    void what_is_read_there_lags_and_catches_up(@TempDir Path folder) throws Exception {
        PostgresOptions options = PostgresOptions.defaults().withStaleReads(there);
        try (PostgresSchools schools = PostgresSchools.open(here, options);
                PortfolioStore store = schools.create(id)) {
            Stored file = store.contents().write(new ByteArrayInputStream(new byte[3 * Contents.PIECE]), MONDAY);
            put(store, row(dossier(1), 1, "{}"));
            awaitReplayed();
            Server.run(there, "SELECT pg_wal_replay_pause()");
            put(store, row(dossier(1), 2, "{}"));
            UUID late = UUID.randomUUID();
            schools.create(late).close();
            try (PortfolioStore stale = schools.stale(id)) {
                assertThat(rows(store, dossier(1)))
                        .as("what was written is read")
                        .hasSize(2);
                assertThat(rows(stale, dossier(1)))
                        .as("unless one asks the standby")
                        .hasSize(1);
                assertThatThrownBy(() -> schools.stale(late)).isInstanceOf(NotFoundException.class);
                assertThat(stale.contents().open(file).orElseThrow().readAllBytes())
                        .hasSize(3 * Contents.PIECE);
                Server.run(there, "SELECT pg_wal_replay_resume()");
                awaitReplayed();
                assertThat(rows(stale, dossier(1))).hasSize(2);
                assertThat(stale.check()).isEmpty();
                stale.backup(folder.resolve("from the standby"));
            }
            try (PortfolioStore restored = schools.restore(folder.resolve("from the standby"), UUID.randomUUID())) {
                assertThat(rows(restored, dossier(1))).hasSize(2);
                assertThat(restored.contents().open(file)).isPresent();
            }
        }
    }

    @Test
    void taken_for_the_primary_it_refuses_whatever_writes_in_one_sentence() throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(here)) {
            schools.create(id).close();
        }
        awaitReplayed();
        try (PostgresSchools schools = PostgresSchools.open(there);
                PortfolioStore store = schools.school(id)) {
            refuses("storage.read-only", () -> put(store, row(dossier(1), 1, "{}")));
            Change change = putting(Head.EMPTY, row(dossier(1), 1, "{}"));
            refuses("storage.read-only", () -> store.load(List.of(change).iterator()));
            refuses("storage.read-only", () -> store.contents().write(new ByteArrayInputStream(new byte[9]), MONDAY));
            refuses("storage.read-only", () -> schools.create(UUID.randomUUID()));
            refuses("storage.read-only", () -> schools.remove(id));
            refuses("storage.read-only", store::compact);
            refuses("storage.read-only", () -> PostgresSchools.migrate(there));
            refuses("storage.read-only", () -> PostgresSchools.upgrade(there));
            assertThat(rows(store, dossier(1))).isEmpty();
        }
    }

    @Test
    void what_was_erased_is_in_the_files_of_a_standby_until_it_has_replayed_the_compaction() throws Exception {
        byte[] mark = "erased-by-right".getBytes(StandardCharsets.UTF_8);
        try (PostgresSchools schools = PostgresSchools.open(here);
                PortfolioStore store = schools.create(id)) {
            Row secret = row(dossier(1), 1, "{\"text\":\"erased-by-right\"}");
            store.commit(new Change(Map.of(), List.of(), List.of(secret), List.of()));
            assertThat(filesWith(mark)).as("there").isNotEmpty();
            Server.run(there, "SELECT pg_wal_replay_pause()");
            store.commit(removing(head(store, dossier(1)), secret));
            store.compact();
            assertThat(Server.filesWith(here, mark)).isEmpty();
            assertThat(Server.filesWith(files(there), mark))
                    .as("a standby that lags")
                    .isNotEmpty();
            assertThat(schools.leftAfterCompaction())
                    .extracting(each -> each.key())
                    .contains("left.log", "left.text-log", "left.standbys", "left.backups");
            Server.run(there, "SELECT pg_wal_replay_resume()");
            assertThat(filesWith(mark)).as("there, once it has caught up").isEmpty();
            assertThat(Server.filesWith(Path.of(primary.data(), "pg_wal"), mark))
                    .as("the log, of which left.log speaks")
                    .isNotEmpty();
        }
    }

    @Test
    void a_reading_there_for_which_the_primary_keeps_what_was_erased_is_waited_for_and_named() throws Exception {
        Server.run(
                there,
                "ALTER SYSTEM SET hot_standby_feedback = on",
                "ALTER SYSTEM SET wal_receiver_status_interval = 1",
                "SELECT pg_reload_conf()");
        PostgresOptions hurried = PostgresOptions.defaults().withLockTimeout(Duration.ofMillis(200));
        try (PostgresSchools schools = PostgresSchools.open(here, hurried);
                PostgresSchools patient = PostgresSchools.open(here);
                PortfolioStore store = schools.create(id);
                Connection reader = there.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT 1 FROM pg_class");
            String told = "SELECT backend_xmin IS NOT NULL FROM pg_stat_replication WHERE application_name = 'standby'";
            long end = System.nanoTime() + CATCHES_UP_WITHIN_NANOS;
            while (!Server.seen(here, told).equals(List.of("t")))
                assertThat(System.nanoTime()).isLessThan(end);
            put(store, row(dossier(1), 1, "{}"));
            refuses("storage.compact-held", store::compact);
            reader.rollback();
            patient.school(id).compact();
        }
    }

    /** Of the standby, when it has replayed and written everything out. */
    private List<Path> filesWith(byte[] mark) throws SQLException, IOException {
        Server.run(here, "CHECKPOINT");
        awaitReplayed();
        Server.run(there, "CHECKPOINT");
        return Server.filesWith(files(there), mark);
    }

    private Path files(PGSimpleDataSource source) throws SQLException {
        String number = Server.seen(source, "SELECT oid FROM pg_database WHERE datname = current_database()")
                .get(0);
        return Path.of(standby.data(), "base", number);
    }

    @Test
    void a_reading_there_that_is_in_the_way_of_the_replay_is_ended_with_a_sentence() throws Exception {
        PostgresOptions options = PostgresOptions.defaults().withStaleReads(there);
        try (PostgresSchools schools = PostgresSchools.open(here, options);
                PortfolioStore store = schools.create(id)) {
            put(store, row(dossier(1), 1, "{}"));
            awaitReplayed();
            try (PortfolioStore stale = schools.stale(id)) {
                refuses(
                        "storage.busy",
                        () -> stale.<Integer>read(view -> {
                            view.list(dossier(1), Dossiers.PRODUCTION, null, 9);
                            store.compact();
                            replayed();
                            return view.list(dossier(1), Dossiers.PRODUCTION, null, 9)
                                    .size();
                        }));
                assertThat(rows(stale, dossier(1))).hasSize(1);
            }
        }
    }

    private void replayed() {
        try {
            awaitReplayed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void once_the_primary_is_killed_the_standby_has_all_that_was_acknowledged_and_work_goes_on() throws Exception {
        Server.run(here, "ALTER SYSTEM SET synchronous_standby_names = 'standby'", "SELECT pg_reload_conf()");
        PGSimpleDataSource either = OwnServer.connections("postgres", primary.port(), standby.port());
        try (HikariDataSource pool = Server.pool(either, 6);
                PostgresSchools schools = PostgresSchools.open(pool);
                PortfolioStore store = schools.create(id)) {
            Writers writers = new Writers(store, 4, 200).start();
            writers.awaitMore(400);
            primary.kill();
            standby.promote();
            Server.run(there, "ALTER SYSTEM SET synchronous_standby_names = ''", "SELECT pg_reload_conf()");
            writers.awaitMore(200);
            writers.close();
            writers.requireAllIn(store);
            assertThat(writers.refused().keySet())
                    .isSubsetOf("storage.unreachable", "storage.read-only", "storage.busy");
            System.out.println(writers.acknowledged() + " acknowledged, none lost; " + writers.unknown()
                    + " unknown, refused " + writers.refused() + ", longest gap " + writers.longestGapMillis() + " ms");
        }
    }
}
