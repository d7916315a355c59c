package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.StorageException;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Files that take days to arrive, with and without a key, while other processes open the school. */
@ParameterizedClass(name = "written as version {0} writes")
@ValueSource(ints = {6, 7})
class LongUploadsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int PIECES = 20;
    private static final String TWO_DAYS_LATER = "UPDATE portfolio.content SET touched = touched - 172800000000";

    @Parameter
    int version;

    private final UUID school = UUID.randomUUID();
    private PGSimpleDataSource source;

    @BeforeEach
    void a_database() throws Exception {
        source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        Server.run(source, "UPDATE portfolio.writing SET version = " + version);
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** Twenty pieces; before the one of this number is given, something happens. */
    private static InputStream arriving(Map<Integer, Meanwhile> before) {
        return new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == PIECES * Contents.PIECE) return -1;
                if (given % Contents.PIECE == 0) happens(given / Contents.PIECE);
                return given++ % 251;
            }

            private void happens(int piece) throws IOException {
                try {
                    if (before.containsKey(piece)) before.get(piece).happens();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private void anotherProcessOpensTheSchool() {
        try (PostgresSchools other = PostgresSchools.open(source)) {
            other.school(school).close();
        }
    }

    private String count(String table) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM portfolio." + table)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void an_upload_that_goes_on_is_kept_however_long_ago_it_began() throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(school)) {
            Stored file = store.contents()
                    .write(
                            arriving(Map.of(
                                    2,
                                    () -> Server.run(source, TWO_DAYS_LATER),
                                    18,
                                    this::anotherProcessOpensTheSchool)),
                            MONDAY);
            assertThat(file.size()).isEqualTo(PIECES * Contents.PIECE);
            try (InputStream kept = store.contents().open(file).orElseThrow();
                    InputStream sent = arriving(Map.of())) {
                assertThat(kept).hasSameContentAs(sent);
            }
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void one_that_stood_still_for_days_is_cleared_away_and_says_so() throws Exception {
        for (int at : new int[] {3, 18}) {
            try (PostgresSchools schools = PostgresSchools.open(source);
                    PortfolioStore store = schools.create(school);
                    InputStream in = arriving(Map.of(at, () -> {
                        Server.run(source, TWO_DAYS_LATER);
                        anotherProcessOpensTheSchool();
                    }))) {
                assertThatExceptionOfType(StorageException.class)
                        .as("swept before piece %d", at)
                        .isThrownBy(() -> store.contents().write(in, MONDAY))
                        .matches(e -> e.reason().key().equals("storage.upload-swept"));
                for (String table : new String[] {"content", "content_key", "piece", "chunk"})
                    assertThat(count(table)).as(table).isEqualTo("0");
            }
        }
    }
}
