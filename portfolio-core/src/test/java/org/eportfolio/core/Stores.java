package org.eportfolio.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eportfolio.postgresql.PostgresOptions;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;

/** The stores that every row is told over. */
public enum Stores {
    IN_MEMORY {
        @Override
        public PortfolioStore open(Path folder) {
            return new InMemoryStore();
        }
    },
    SQLITE {
        @Override
        public PortfolioStore open(Path folder) {
            return SqliteStore.open(folder.resolve("school.db"));
        }
    },
    /** On the server that {@code -Dportfolio.postgresql=jdbc:postgresql://…} names, a school for each folder. */
    POSTGRESQL {
        @Override
        public PortfolioStore open(Path folder) {
            return Server.SCHOOLS.create(
                    UUID.nameUUIDFromBytes(folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)));
        }
    };

    private static final String SERVER = "portfolio.postgresql";

    /** Made when it is first needed. */
    private static final class Server {
        static final PostgresSchools SCHOOLS = open();

        private static PostgresSchools open() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(System.getProperty(SERVER));
            config.setMaximumPoolSize(16);
            HikariDataSource pool = new HikariDataSource(config);
            PostgresSchools.migrate(pool);
            // All tests share its tables.
            return PostgresSchools.open(pool, PostgresOptions.defaults().withLockTimeout(Duration.ofMinutes(1)));
        }
    }

    /** Memory and file; where a server is named, that alone. */
    public static List<Stores> chosen() {
        return System.getProperty(SERVER) == null ? List.of(IN_MEMORY, SQLITE) : List.of(POSTGRESQL);
    }

    /** An empty store, or on a second call the one that was kept in this folder. */
    public abstract PortfolioStore open(Path folder);
}
