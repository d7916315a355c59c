package org.eportfolio.core.schools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eportfolio.postgresql.PostgresSchools;

/** PostgreSQL out of a jar for this JVM, started when a test first needs it, or that of the process which started this one. */
final class TestServer {
    static final int CONNECTIONS = 8;
    static final String OF_PARENT = "portfolio.test.server";

    private static final String URL =
            System.getProperty(OF_PARENT, "").isEmpty() ? start() : System.getProperty(OF_PARENT);
    private static final HikariDataSource POOL = connections(CONNECTIONS);

    static {
        PostgresSchools.migrate(POOL);
    }

    private TestServer() {}

    private static String start() {
        try {
            int port = EmbeddedPostgres.builder()
                    .setServerConfig("unix_socket_directories", "")
                    // What is tested survives the end of a process, not of the machine.
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start()
                    .getPort();
            return "jdbc:postgresql://localhost:" + port + "/postgres";
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
        return URL;
    }

    /** At most {@link #CONNECTIONS} connections, shared by all tests. */
    static HikariDataSource pool() {
        return POOL;
    }
}
