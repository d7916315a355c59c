package org.eportfolio.console.school;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;

/**
 * Where a school is kept: in a file, or in a PostgreSQL database, given as
 * {@code postgresql://USER@HOST:PORT/DATABASE?school=UUID}. The password stands in the environment, as {@code PGPASSWORD}.
 */
public final class Place {
    private static final String SCHEME = "postgresql:";
    private static final String SCHOOL = "school=";
    private static final int CONNECTIONS = 4;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final Path file;
    private final @Nullable URI database;
    private final UUID school;
    private @Nullable HikariDataSource pool;

    private Place(Path file, @Nullable URI database, UUID school) {
        this.file = file;
        this.database = database;
        this.school = school;
    }

    public static Place of(Path file) {
        return new Place(file, null, new UUID(0, 0));
    }

    /** @throws IllegalArgumentException if it begins like a database and is none */
    public static Place of(String given) {
        if (!given.startsWith(SCHEME)) return of(Path.of(given));
        try {
            URI database = new URI(given);
            UUID school = parameters(database)
                    .filter(each -> each.startsWith(SCHOOL))
                    .map(each -> UUID.fromString(each.substring(SCHOOL.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no school"));
            if (database.getHost() == null || database.getPath().length() < 2) {
                throw new IllegalArgumentException("no host or no database");
            }
            return new Place(Path.of("portfolio-" + school), database, school);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Stream<String> parameters(URI database) {
        String query = database.getQuery();
        return query == null ? Stream.empty() : Stream.of(query.split("&", -1));
    }

    /**
     * The portfolio's file; for a school of a database, the name in the working folder to which the console's own files
     * belong, such as its scales and the register of erasures.
     */
    public Path file() {
        return file;
    }

    /** Whether it is a school of a database, and not a file. */
    public boolean isDatabase() {
        return database != null;
    }

    /** Whether something is there that is not empty. Tables of an earlier version are brought up to date. */
    public boolean isThere() {
        if (database == null) return isThere(file);
        try {
            PostgresSchools.open(pool()).school(school).close();
            return true;
        } catch (NotFoundException e) {
            return false;
        } catch (StorageException e) {
            if (e.reason().key().equals("storage.not-prepared")) return false;
            if (!e.reason().key().equals("storage.older")) throw e;
            PostgresSchools.migrate(pool());
            return isThere();
        }
    }

    private static boolean isThere(Path file) {
        try {
            return Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store, made if it is not there: the file, or the tables and the school in them. */
    public PortfolioStore open() {
        if (database == null) return SqliteStore.open(file);
        if (!isThere()) PostgresSchools.migrate(pool());
        return PostgresSchools.open(pool()).create(school);
    }

    /** Whether {@link #open} would make it. */
    boolean isNew() {
        return database == null ? Files.notExists(file) : !isThere();
    }

    /** Takes away what {@link #open} made. */
    void remove() {
        try {
            if (database == null) Files.deleteIfExists(file);
            else PostgresSchools.open(pool()).remove(school);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the school is that was here, as it was called when it moved; empty for one that did not leave. */
    public Optional<String> movedTo() {
        try (PortfolioStore store = open()) {
            return store.moving()
                    .map(Moving::standing)
                    .filter(standing -> standing.state() == Moving.State.MOVED)
                    .map(Moving.Standing::place);
        } finally {
            close();
        }
    }

    /** Makes a backup the school that is kept here; it must not be there. */
    public void restore(Path backup, ProgressListener progress) {
        if (database == null) {
            SqliteStore.restore(backup, file, progress);
            return;
        }
        PostgresSchools.migrate(pool());
        PostgresSchools.open(pool()).restore(backup, school, progress).close();
    }

    /** Brings the place up to date, and lets it be written to as this version writes. */
    public void upgrade() {
        if (database == null) {
            SqliteStore.open(file).close();
            return;
        }
        PostgresSchools.migrate(pool());
        PostgresSchools.upgrade(pool());
    }

    /**
     * Encrypts the files of all schools of the database, each under a key of its own, as far as they are not.
     *
     * @return false for a place that is a file, in which there is nothing to do
     */
    public boolean encryptFiles() {
        if (database == null) return false;
        try (PostgresSchools schools = PostgresSchools.open(pool())) {
            schools.encryptFiles();
        }
        return true;
    }

    /** Lets go of the connections; the next use makes them again. */
    public synchronized void close() {
        if (pool != null) pool.close();
        pool = null;
    }

    private synchronized HikariDataSource pool() {
        HikariDataSource made = pool;
        if (made == null) {
            made = connections();
            pool = made;
        }
        return made;
    }

    /** Connects when the first connection is wanted, and fails at once where that cannot be made. */
    private HikariDataSource connections() {
        URI from = Objects.requireNonNull(database);
        HikariDataSource config = new HikariDataSource();
        config.setJdbcUrl("jdbc:postgresql://" + from.getHost() + (from.getPort() < 0 ? "" : ":" + from.getPort())
                + from.getRawPath() + others(from));
        List<String> user = Optional.ofNullable(from.getUserInfo())
                .map(info -> List.of(info.split(":", 2)))
                .orElse(List.of());
        config.setUsername(user.isEmpty() ? System.getProperty("user.name") : user.get(0));
        config.setPassword(user.size() > 1 ? user.get(1) : System.getenv("PGPASSWORD"));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        return config;
    }

    private static String others(URI from) {
        String others =
                parameters(from).filter(each -> !each.startsWith(SCHOOL)).collect(Collectors.joining("&"));
        return others.isEmpty() ? "" : "?" + others;
    }

    /** As it is given, without a password, which may also stand among the parameters of the address. */
    @Override
    public String toString() {
        if (database == null) return file.toString();
        String given = database.toString().replaceFirst("//([^:@/]*):[^@/]*@", "//$1@");
        return given.substring(0, given.indexOf('?') + 1) + SCHOOL + school;
    }
}
