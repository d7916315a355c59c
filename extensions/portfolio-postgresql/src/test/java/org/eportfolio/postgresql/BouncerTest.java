package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract through PgBouncer in transaction mode: no statement counts on the session in which it runs. */
@Tag("long")
class BouncerTest extends PortfolioStoreContract {
    private static final int CLIENTS = 12;

    @TempDir
    static Path folder;

    private static Bouncer bouncer;
    private static HikariDataSource pool;

    @BeforeAll
    static void pgbouncer_stands_in_between() throws IOException {
        Optional<Path> program = Bouncer.program();
        if ("true".equals(System.getenv("CI")))
            assertThat(program).as("pgbouncer").isPresent();
        Assumptions.assumeTrue(program.isPresent(), "SKIPPED: PgBouncer is not installed");
        Server.pool();
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        bouncer = Bouncer.start(program.orElseThrow(), folder);
        pool = Server.pool(bouncer.plain("postgres"), CLIENTS);
    }

    @AfterAll
    static void it_ends() {
        if (pool != null) pool.close();
        if (bouncer != null) bouncer.close();
    }

    @AfterEach
    void no_session_is_left_otherwise_than_it_was() throws SQLException {
        assertThat(Server.seen(bouncer.plain("postgres"), "SHOW transaction_isolation"))
                .containsExactly("read committed");
        assertThat(Server.seen(bouncer.plain("postgres"), "SHOW transaction_read_only"))
                .containsExactly("off");
        assertThat(Server.seen(bouncer.plain("postgres"), "SELECT count(*) FROM pg_prepared_statements"))
                .containsExactly("0");
        assertThat(Server.seen(Server.plain("postgres"), "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Override
    protected StoreFixture fixture() {
        return new PostgresStoreTest.OfOneSchool(pool);
    }
}
