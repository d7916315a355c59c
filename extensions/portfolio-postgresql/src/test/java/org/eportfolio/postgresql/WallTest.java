package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Row-level security, seen by the account of the pool, which owns nothing. */
class WallTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Key KEY = new Key("membership.cohort", "5A");

    private final UUID ours = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();
    private PGSimpleDataSource owner;
    private PGSimpleDataSource pool;

    @BeforeEach
    void two_schools_behind_a_wall() throws Exception {
        owner = Server.plain(Server.database());
        PostgresSchools.migrate(owner, PostgresOptions.defaults().withRowLevelSecurity());
        pool = poolOf(owner);
    }

    /** Connections of an account that owns nothing and may read and write all tables. */
    static PGSimpleDataSource poolOf(PGSimpleDataSource owner) throws SQLException {
        Server.run(
                owner,
                "DO $$ BEGIN CREATE ROLE pool LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
                "GRANT USAGE ON SCHEMA portfolio TO pool",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA portfolio TO pool");
        PGSimpleDataSource pool = Server.plain(owner.getDatabaseName());
        pool.setUser("pool");
        return pool;
    }

    @Test
    void a_store_works_as_without_it(@TempDir Path folder) throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(pool);
                PortfolioStore store = schools.create(ours)) {
            put(store, row(dossier(1), 1, "{}", KEY));
            store.load(List.of(putting(head(store, dossier(1)), row(dossier(1), 2, "{}", KEY)))
                    .iterator());
            Stored file = store.contents().write(new ByteArrayInputStream(new byte[3 * Contents.PIECE]), MONDAY);
            assertThat(rows(store, dossier(1))).hasSize(2);
            assertThat(store.<List<?>>read(view -> view.where(KEY, null, 9))).hasSize(2);
            assertThat(store.contents().open(file).orElseThrow().readAllBytes()).hasSize(3 * Contents.PIECE);
            assertThat(store.check()).isEmpty();
            AccessLog log = store.accessLog().orElseThrow();
            log.add(List.of(new LoggedReading(ours, dossier(1), MONDAY, "m.durand", "TEACHER", "goal", null)));
            assertThat(log.of(dossier(1), PageRequest.first(9))).hasSize(1);
            assertThat(store.contents().remove(file, MONDAY.plusSeconds(1))).isTrue();
            store.backup(folder.resolve("copy"));
            assertThatThrownBy(() -> schools.restore(folder.resolve("copy"), theirs))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().key()).isEqualTo("storage.restore-role"));
        }
        try (PostgresSchools schools = PostgresSchools.open(owner);
                PortfolioStore store = schools.restore(folder.resolve("copy"), theirs)) {
            assertThat(rows(store, dossier(1))).hasSize(2);
        }
    }

    @Test
    void a_statement_of_a_wrong_school_or_of_none_sees_and_writes_nothing() throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(pool);
                PortfolioStore one = schools.create(ours);
                PortfolioStore other = schools.create(theirs)) {
            put(one, row(dossier(1), 1, "{}", KEY));
            put(other, row(dossier(1), 1, "{}", KEY));
            other.accessLog()
                    .orElseThrow()
                    .add(List.of(new LoggedReading(theirs, dossier(1), MONDAY, "m.durand", "TEACHER", "goal", null)));
        }
        for (String table : List.of("head", "entry", "record", "key", "content_key", "piece", "reading")) {
            assertThat(Server.seen(pool, "SELECT count(*) FROM portfolio." + table))
                    .containsExactly("0");
            String named = "SELECT count(*) FROM portfolio." + table + ", (SELECT set_config('portfolio.school', '"
                    + ours + "', true)) AS s";
            assertThat(Server.seen(pool, named + " WHERE school = '" + theirs + "'"))
                    .containsExactly("0");
        }
        assertThatThrownBy(() -> Server.run(
                        pool,
                        "INSERT INTO portfolio.head SELECT '" + theirs + "', '" + theirs
                                + "', 1, decode(repeat('00', 32), 'hex')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_partition_named_by_itself_shows_nothing_either() throws Exception {
        PGSimpleDataSource parted = Server.plain(Server.database());
        PostgresOptions inParts = PostgresOptions.defaults().withPartitions(2);
        PostgresSchools.migrate(parted, inParts.withRowLevelSecurity());
        // One as it stood while only whole tables had the wall.
        Server.run(
                parted,
                "DROP POLICY one_school ON portfolio.record_p0",
                "ALTER TABLE portfolio.record_p0 DISABLE ROW LEVEL SECURITY");
        PostgresSchools.migrate(parted, inParts);
        PGSimpleDataSource reader = poolOf(parted);
        String count = "SELECT (SELECT count(*) FROM portfolio.record_p0) + (SELECT count(*) FROM portfolio.record_p1)";
        try (PostgresSchools schools = PostgresSchools.open(reader);
                PortfolioStore store = schools.create(ours)) {
            store.load(List.of(putting(head(store, dossier(1)), row(dossier(1), 1, "{}")))
                    .iterator());
            assertThat(Server.seen(parted, count)).containsExactly("1");
            assertThat(Server.seen(reader, count)).containsExactly("0");
        }
    }
}
