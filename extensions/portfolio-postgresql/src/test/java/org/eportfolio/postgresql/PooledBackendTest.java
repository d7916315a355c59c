package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one connection of a pool costs the server once it has served a thousand schools. */
@Tag("long")
class PooledBackendTest {
    private static final int SCHOOLS = 1_000;
    private static final long MOST_BYTES = 10_000_000;

    @Test
    void a_thousand_schools_leave_little_in_the_memory_of_a_backend() throws Exception {
        try (HikariDataSource pool = Server.pool(Server.plain("postgres"), 1);
                PostgresSchools schools = PostgresSchools.open(pool)) {
            visit(schools);
            long before = bytes(pool);
            for (int i = 0; i < SCHOOLS; i++) visit(schools);
            long after = bytes(pool);
            System.out.printf("a backend has %,d bytes after one school, %,d after a thousand%n", before, after);
            assertThat(after).isLessThan(MOST_BYTES);
        }
    }

    private static void visit(PostgresSchools schools) {
        try (PortfolioStore store = schools.create(UUID.randomUUID())) {
            put(store, row(dossier(1), 1, "{}", new Key("membership.cohort", "5A")));
            assertThat(rows(store, dossier(1))).hasSize(1);
            assertThat(store.<Integer>read(view -> view.where(new Key("membership.cohort", "5A"), null, 9)
                            .size()))
                    .isEqualTo(1);
        }
    }

    /** Of the one backend there is. */
    private static long bytes(HikariDataSource pool) throws SQLException {
        return Long.parseLong(Server.seen(pool, "SELECT sum(total_bytes) FROM pg_backend_memory_contexts")
                .get(0));
    }
}
