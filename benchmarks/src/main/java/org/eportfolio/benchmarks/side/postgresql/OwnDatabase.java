package org.eportfolio.benchmarks.side.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.postgresql.PostgresSchools;

/**
 * A fresh database with the tables in it, on the server that {@code -Dportfolio.postgresql=jdbc:…} names; dropped again when it is
 * closed.
 */
final class OwnDatabase implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]+/)([^?]*)(.*)");

    private final String server;
    private final String name;
    private final HikariDataSource pool;
    private final PostgresSchools schools;
    private long process;

    private OwnDatabase(String server, String name, HikariDataSource pool) {
        this.server = server;
        this.name = name;
        this.pool = pool;
        PostgresSchools.migrate(pool);
        this.schools = PostgresSchools.open(pool);
    }

    /** Without a server, chapters that need one are left out. */
    static boolean isPossible() {
        return !server().isEmpty();
    }

    private static String server() {
        return System.getProperty("portfolio.postgresql", "");
    }

    static OwnDatabase create(String name, int connections) throws SQLException {
        Matcher url = URL.matcher(server());
        if (!url.matches()) throw new IllegalArgumentException("not the URL of a PostgreSQL: " + server());
        onServer(server(), "DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.group(1) + name + url.group(3));
        config.setMaximumPoolSize(connections);
        return new OwnDatabase(server(), name, new HikariDataSource(config));
    }

    HikariDataSource pool() {
        return pool;
    }

    PostgresSchools schools() {
        return schools;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    double number(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        }
    }

    /**
     * Nanoseconds of the processor that the server's process behind the pool's only connection has used; 0 where this machine does not
     * tell, or the server is another one.
     */
    long processorNanos() throws SQLException {
        if (process == 0) process = (long) number("SELECT pg_backend_pid()");
        try {
            String used = Files.readString(Path.of("/proc", String.valueOf(process), "schedstat"));
            return Long.parseLong(used.split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void onServer(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    @Override
    public void close() throws SQLException {
        schools.close();
        pool.close();
        onServer(server, "DROP DATABASE " + name);
    }
}
