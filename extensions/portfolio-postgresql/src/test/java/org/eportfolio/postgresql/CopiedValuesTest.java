package org.eportfolio.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.row;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eportfolio.Message;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** ANALYZE, which the server runs by itself, copies values out of tables into one that no erasure reaches. */
class CopiedValuesTest {
    private static final String COPIED =
            "SELECT tablename || '.' || attname FROM pg_stats s WHERE schemaname = 'portfolio' AND s::text LIKE '%secret%'";

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void of_what_people_wrote_the_server_copies_nothing(int partitions) throws Exception {
        DataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source, PostgresOptions.defaults().withPartitions(partitions));
        try (PostgresSchools schools = PostgresSchools.open(source)) {
            PortfolioStore store = schools.create(UUID.randomUUID());
            write(store);
            for (int i = 0; i < 50; i++) {
                store.contents().write(new ByteArrayInputStream(("secret " + i).getBytes(UTF_8)), Instant.EPOCH);
            }
            Server.run(
                    source, tokens("INSERT INTO portfolio.token SELECT"), tokens("INSERT INTO portfolio.token SELECT"));
            Server.run(source, "ANALYZE");
            assertThat(Server.seen(source, COPIED)).isEmpty();
            assertThat(Server.seen(source, "SELECT attname FROM pg_stats WHERE schemaname = 'portfolio'"))
                    .as("it did run, and keys keep theirs")
                    .contains("scope", "hash")
                    .contains("number")
                    .doesNotContain("body", "keys", "token", "key", "bytes");
            assertThat(schools.leftAfterCompaction()).extracting(Message::key).doesNotContain("left.statistics");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_it_copied_out_of_tables_of_a_version_before_is_said(int partitions) throws Exception {
        DataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source, PostgresOptions.defaults().withPartitions(partitions));
        try (PostgresSchools schools = PostgresSchools.open(source)) {
            write(schools.create(UUID.randomUUID()));
            Server.run(source, "ALTER TABLE portfolio.record ALTER COLUMN body SET STATISTICS -1", "ANALYZE");
            assertThat(Server.seen(source, COPIED)).isNotEmpty();
            Server.backToVersion6(source);
            Server.run(source, "UPDATE portfolio.deployment SET version = 5");
            PostgresSchools.migrate(source);
            assertThat(schools.leftAfterCompaction()).extracting(Message::key).contains("left.statistics");
            Server.run(
                    source,
                    "DELETE FROM pg_statistic WHERE starelid IN"
                            + " (SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace('portfolio'))",
                    "VACUUM FULL pg_statistic");
            assertThat(schools.leftAfterCompaction())
                    .as("done as it says")
                    .extracting(Message::key)
                    .doesNotContain("left.statistics", "left.statistics-unseen");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_account_that_may_not_see_it_is_told_so(int partitions) throws Exception {
        PGSimpleDataSource owner = Server.plain(Server.database());
        PostgresSchools.migrate(
                owner, PostgresOptions.defaults().withPartitions(partitions).withRowLevelSecurity());
        try (PostgresSchools schools = PostgresSchools.open(WallTest.poolOf(owner))) {
            assertThat(schools.leftAfterCompaction()).extracting(Message::key).contains("left.statistics-unseen");
        }
    }

    private static void write(PortfolioStore store) {
        put(
                store,
                IntStream.range(0, 50)
                        .mapToObj(
                                i -> row(dossier(1), i, "{\"text\":\"secret " + i + "\"}", new Key("by", "secret" + i)))
                        .toArray(Row[]::new));
    }

    private static String tokens(String insert) {
        return insert + " school, scope, 'secret' || gen_random_uuid(), kind, id, 0 FROM portfolio.record";
    }
}
