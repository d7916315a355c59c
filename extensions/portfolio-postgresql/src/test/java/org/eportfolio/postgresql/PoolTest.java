package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the host's pool makes of a worker's failure that a coordinator passes on. */
class PoolTest {
    private static final String WORKER_LOST =
            "DO $$ BEGIN RAISE EXCEPTION 'could not connect to a worker' USING ERRCODE = '08006'; END $$";

    private static String backendAfterward(HikariDataSource pool, String failing) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(failing)).isInstanceOf(SQLException.class);
        }
        return backend(pool);
    }

    private static String backend(HikariDataSource pool) throws SQLException {
        return Server.seen(pool, "SELECT pg_backend_pid()").get(0);
    }

    @Test
    void a_pool_throws_a_sound_connection_away_unless_it_is_told_otherwise() throws SQLException {
        try (HikariDataSource pool = Server.pool(Server.plain("postgres"), 1)) {
            String before = backend(pool);
            assertThat(backendAfterward(pool, WORKER_LOST)).isNotEqualTo(before);
        }
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(Server.plain("postgres"));
            pool.setMaximumPoolSize(1);
            pool.setExceptionOverrideClassName(KeepSoundConnections.class.getName());
            String before = backend(pool);
            assertThat(backendAfterward(pool, WORKER_LOST)).isEqualTo(before);
            String ended = "SELECT pg_terminate_backend(pg_backend_pid())";
            assertThat(backendAfterward(pool, ended)).isNotEqualTo(before);
        }
    }
}
