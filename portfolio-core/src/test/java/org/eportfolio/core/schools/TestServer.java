package org.eportfolio.core.schools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eportfolio.postgresql.PostgresSchools;

/** PostgreSQL out of a jar for this JVM, started when a test first needs it. */
final class TestServer {
    static final int CONNECTIONS = 8;

    private static final EmbeddedPostgres SERVER = start();
    private static final HikariDataSource POOL = connections(CONNECTIONS);

    static {
        PostgresSchools.migrate(POOL);
    }

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource connections(int most) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername("postgres");
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }

    static String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/postgres";
    }

    /** At most {@link #CONNECTIONS} connections, shared by all tests. */
    static HikariDataSource pool() {
        return POOL;
    }
}
