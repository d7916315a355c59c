package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one server of this JVM, started when it is first needed, out of a jar; each test takes a school or a database of its
 * own.
 */
final class Server {
    private static final EmbeddedPostgres EMBEDDED = start();
    private static final HikariDataSource POOL = pool(plain("postgres"), 12);
    private static int databases;

    static {
        PostgresSchools.migrate(POOL);
    }

    private Server() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_prepared_transactions", "4")
                    // Tests vacuum and analyze by themselves, when they mean to.
                    .setServerConfig("autovacuum", "off")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool over a database with the tables in it. */
    static DataSource pool() {
        return POOL;
    }

    static int port() {
        return EMBEDDED.getPort();
    }

    /** Connections made one by one, as the superuser. */
    static PGSimpleDataSource plain(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + EMBEDDED.getPort() + "/" + database);
        source.setUser("postgres");
        return source;
    }

    static HikariDataSource pool(DataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }

    /** A fresh, empty database. */
    static synchronized String database() throws SQLException {
        String name = "test" + ++databases;
        run(plain("postgres"), "CREATE DATABASE " + name);
        return name;
    }

    static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    /** Makes tables of this version those of version 6, but for what stands in them. */
    static void backToVersion6(DataSource source) throws SQLException {
        run(
                source,
                "DROP TABLE portfolio.content_key, portfolio.piece",
                "DROP INDEX portfolio.token_pkey",
                "ALTER TABLE portfolio.token ADD CONSTRAINT token_pkey PRIMARY KEY (school, scope, token, kind, id)",
                "UPDATE portfolio.deployment SET version = 6");
    }

    /** What a person with a database tool sees, the first column only. */
    static List<String> seen(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (result.next()) column.add(result.getString(1));
            return column;
        }
    }

    /** Until a statement that begins so waits for another transaction; gives back the number of its process. */
    static String waiting(DataSource source, String statement) throws SQLException {
        String query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND query LIKE '" + statement + "%'";
        long end = System.nanoTime() + 60_000_000_000L;
        List<String> found = seen(source, query);
        while (found.isEmpty()) {
            assertThat(System.nanoTime()).as("%s has waited", statement).isLessThan(end);
            found = seen(source, query);
        }
        return found.get(0);
    }

    /** The files of this database, its log left out, in which the bytes stand one after the other. */
    static List<Path> filesWith(DataSource source, byte[] bytes) throws SQLException, IOException {
        run(source, "CHECKPOINT");
        String folder = seen(source, "SELECT current_setting('data_directory')").get(0);
        String number = seen(source, "SELECT oid FROM pg_database WHERE datname = current_database()")
                .get(0);
        return filesWith(Path.of(folder, "base", number), bytes);
    }

    /** The files in a folder in which the bytes stand one after the other. */
    static List<Path> filesWith(Path folder, byte[] bytes) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) if (holds(each, bytes)) found.add(each);
        }
        return found;
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(file)) {
            String tail = "";
            for (byte[] block = in.readNBytes(1 << 20); block.length > 0; block = in.readNBytes(1 << 20)) {
                String text = tail + new String(block, StandardCharsets.ISO_8859_1);
                if (text.contains(wanted)) return true;
                tail = text.substring(Math.max(0, text.length() - wanted.length()));
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
