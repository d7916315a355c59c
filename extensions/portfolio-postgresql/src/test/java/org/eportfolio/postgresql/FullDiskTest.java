package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server whose disk fills up under people who write. The disk is a small file system in memory, which only root may mount;
 * otherwise the test is skipped.
 */
@Tag("long")
class FullDiskTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int WRITERS = 8;

    private final UUID id = UUID.randomUUID();
    private Path disk;
    private OwnServer server;

    @BeforeEach
    void there_is_a_small_disk() throws IOException {
        OwnServer.programs();
        disk = Files.createTempDirectory("portfolio-disk");
        boolean mounted = mount("-t", "tmpfs", "-o", "size=100m", "tmpfs", disk.toString());
        if (!mounted) Files.delete(disk);
        Assumptions.assumeTrue(mounted, "SKIPPED: no right to mount a small file system");
    }

    @AfterEach
    void it_goes() throws IOException {
        if (server != null) server.close();
        if (Files.exists(disk)) {
            new ProcessBuilder("umount", "-l", disk.toString()).start().onExit().join();
            Files.delete(disk);
        }
    }

    private static boolean mount(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("mount"));
        words.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(words).start().onExit().join().exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private void refuses(ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.full"));
    }

    @Test
    void where_tables_find_no_room_nothing_is_half_written_and_reading_goes_on() throws Exception {
        server = OwnServer.start();
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[60 << 20]);
        Path space = Files.createDirectory(OwnServer.owned(disk).resolve("space"));
        OwnServer.owned(space);
        Server.run(
                server.plain("postgres"),
                "CREATE TABLESPACE small LOCATION '" + space + "'",
                "CREATE DATABASE schools TABLESPACE small");
        PostgresSchools.migrate(server.plain("schools"));
        try (HikariDataSource pool = Server.pool(server.plain("schools"), 12);
                PostgresSchools schools = PostgresSchools.open(pool);
                PortfolioStore store = schools.create(id)) {
            put(store, row(dossier(100), 1, "{}"));
            Writers writers = new Writers(store, WRITERS, 20_000).start();
            writers.awaitRefusals(2 * WRITERS);
            writers.close();
            assertThat(writers.refused().keySet()).containsExactly("storage.full");
            writers.requireAllIn(store);
            everythingElseIsRefused(schools, store);
            Files.delete(ballast);
            Writers again = new Writers(schools.create(UUID.randomUUID()), 1, 20_000).start();
            again.awaitMore(20);
            again.close();
            assertThat(again.refused()).isEmpty();
            put(store, row(dossier(100), 2, "x".repeat(500_000)));
            writers.requireAllIn(store);
            System.out.println(writers.acknowledged() + " acknowledged before the disk was full, none lost");
        }
    }

    private void everythingElseIsRefused(PostgresSchools schools, PortfolioStore store) throws Exception {
        Change large = putting(head(store, dossier(100)), row(dossier(100), 3, "\"" + Writers.noise(4_000_000) + "\""));
        refuses(() -> store.commit(large));
        refuses(() -> store.load(List.of(large).iterator()));
        refuses(() -> store.contents().write(new ByteArrayInputStream(new byte[20 << 20]), MONDAY));
        refuses(store::compact);
        assertThat(store.contents().list(null, 9)).isEmpty();
        assertThat(rows(store, dossier(100))).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void where_the_log_finds_no_room_the_server_ends_and_once_there_is_room_all_acknowledged_is_there()
            throws Exception {
        mount("-o", "remount,size=40m", disk.toString());
        Path log = OwnServer.owned(Files.createDirectory(disk.resolve("log")));
        server = OwnServer.startLoggingTo(log, "max_wal_size=1GB", "checkpoint_timeout=1h");
        PostgresSchools.migrate(server.plain("postgres"));
        try (HikariDataSource pool = Server.pool(server.plain("postgres"), 12);
                PostgresSchools schools =
                        PostgresSchools.open(pool, PostgresOptions.defaults().withPatience(Duration.ofSeconds(2)));
                PortfolioStore store = schools.create(id)) {
            pool.setConnectionTimeout(1_000);
            Writers writers = new Writers(store, WRITERS, 20_000).start();
            writers.awaitRefusals(2 * WRITERS);
            server.awaitEnd();
            mount("-o", "remount,size=600m", disk.toString());
            server.again();
            writers.awaitMore(100);
            writers.close();
            writers.requireAllIn(store);
            // Busy is what a pool says that gets no connection in time.
            assertThat(writers.refused().keySet())
                    .contains("storage.unreachable")
                    .isSubsetOf("storage.unreachable", "storage.busy");
            System.out.println(writers.acknowledged() + " acknowledged, none lost, " + writers.unknown()
                    + " unknown, refused " + writers.refused());
        }
    }
}
