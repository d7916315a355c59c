package org.eportfolio.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eportfolio.StorageException;
import org.jdbi.v3.core.Handle;

/**
 * Brings the tables up to date: numbered scripts in one transaction, on one locked row, so that several nodes may run it at
 * once and again.
 */
final class Migrations {
    static final int NEWEST = 9;
    /** From which on schools may move: processes of before would make one that has left anew. */
    static final int WRITING_MOVES = 4;
    /** From which on files stand under keys: processes of before would not find their pieces. */
    static final int WRITING_KEYS = 7;
    /** From which on rows are indexed as they are written. */
    private static final int WRITING_WORDS = 3;

    private static final String APPLICATION = "org.eportfolio";
    private static final int OLDEST_SERVER = 150_000;
    private static final int MOST_TRIES = 5;
    /** A table that is laid out in partitions where the deployment has several. */
    private static final Pattern PARTITIONED =
            Pattern.compile("CREATE TABLE portfolio\\.(\\w+) [^;]*(/\\*partitioned\\*/;)");

    private final Database database;
    private final PostgresOptions options;

    private Migrations(Database database, PostgresOptions options) {
        this.database = database;
        this.options = options;
    }

    static void run(DataSource source, PostgresOptions options) {
        new Migrations(new Database(source), options).run();
    }

    /** @param writing the version whose writings all processes at work can live with */
    private record Deployment(String application, int version, int writing) {}

    private void run() {
        requireServer(database);
        found();
        database.transaction(handle -> {
            Deployment before = deployment(handle, " FOR UPDATE").orElseThrow(Migrations::foreign);
            refuseOther(before);
            // Tables that are newer stay as they are.
            if (before.version() > NEWEST) return false;
            int partitions = partitions(handle);
            for (int next = before.version() + 1; next <= NEWEST; next++) execute(handle, script(next, partitions));
            if (options.rowLevelSecurity() || isGuarded(handle)) execute(handle, text("row-level-security.sql"));
            makeViews(handle);
            handle.createUpdate("UPDATE portfolio.deployment SET version = ? WHERE one = 1")
                    .bind(0, NEWEST)
                    .execute();
            // Nothing of an earlier version ever worked on new tables.
            if (before.version() == 0) write(handle, NEWEST);
            return true;
        });
    }

    /** Those for people who look into the database, where they are not those of this version already. */
    private static void makeViews(Handle handle) throws SQLException {
        String views = text("views.sql");
        String mark = HexFormat.of().formatHex(Keys.sha256().digest(views.getBytes(StandardCharsets.UTF_8)));
        boolean made = handle.createQuery("SELECT obj_description(to_regclass('portfolio.rows'), 'pg_class') = ?")
                .bind(0, mark)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        if (!made) execute(handle, views + "COMMENT ON VIEW portfolio.rows IS '" + mark + "'");
    }

    private static void write(Handle handle, int version) {
        handle.createUpdate("UPDATE portfolio.writing SET version = ? WHERE one = 1")
                .bind(0, version)
                .execute();
    }

    /** Lets all processes write as this version does. */
    static void raise(Database database) {
        check(database);
        database.transaction(handle -> {
            Deployment before = deployment(handle, " FOR UPDATE").orElseThrow(Migrations::foreign);
            if (before.writing() < WRITING_WORDS) doubtIndexes(database, handle);
            if (before.writing() < NEWEST) write(handle, NEWEST);
            return true;
        });
    }

    /** What processes of before wrote is in no index: none counts as whole, so that searches look for what is missing. */
    private static void doubtIndexes(Database database, Handle handle) {
        List<UUID> schools = handle.createQuery("SELECT school FROM portfolio.school WHERE school >= ? ORDER BY school")
                .bind(0, new UUID(0, 0))
                .map((row, context) -> row.getObject(1, UUID.class))
                .list();
        for (UUID school : schools) {
            if (database.guarded()) Database.name(handle, school);
            handle.createUpdate("DELETE FROM portfolio.whole WHERE school = ?")
                    .bind(0, school)
                    .execute();
        }
    }

    /** Refuses what processes of an earlier version could not live with, while there may be some. */
    static void requireWriting(Handle handle, int version) {
        int writing = deployment(handle, "").orElseThrow(Migrations::foreign).writing();
        if (writing < version) throw Failures.refusal("storage.upgrade-first", null, writing, version);
    }

    /** Whether what this version writes may be written: once all processes at work can live with it. */
    static boolean mayWrite(Handle handle, int version) {
        return writing(handle).orElse(0) >= version;
    }

    /** The schema and the row on which migrations wait for each other; of several that come first, one makes it. */
    private void found() {
        for (int attempt = 1; ; attempt++) {
            try {
                database.transaction(handle -> {
                    if (!isThere(handle, "to_regnamespace('portfolio')")) handle.execute("CREATE SCHEMA portfolio");
                    if (isThere(handle, "to_regclass('portfolio.deployment')")) return false;
                    refuseInhabited(handle);
                    handle.execute("CREATE TABLE portfolio.deployment (one integer PRIMARY KEY CHECK (one = 1),"
                            + " application text NOT NULL, version integer NOT NULL, partitions integer NOT NULL)");
                    handle.execute(
                            "INSERT INTO portfolio.deployment (one, application, version, partitions)"
                                    + " VALUES (1, ?, 0, ?)",
                            APPLICATION,
                            options.partitions());
                    return true;
                });
                return;
            } catch (StorageException e) {
                SQLException cause = Failures.sql(e);
                boolean cameFirst = cause != null
                        && List.of("23505", "42P06", "42P07").contains(String.valueOf(cause.getSQLState()));
                if (!cameFirst || attempt == MOST_TRIES) throw e;
            }
        }
    }

    private static void refuseInhabited(Handle handle) {
        long others = handle.createQuery(
                        "SELECT count(*) FROM pg_catalog.pg_class WHERE relnamespace = to_regnamespace('portfolio')")
                .mapTo(Long.class)
                .one();
        if (others > 0) throw foreign();
    }

    /** @param partitions those that the deployment was made with, whatever the options say now */
    private static String script(int version, int partitions) {
        String script = text("schema-" + version + ".sql");
        if (partitions == 1) return script;
        StringBuilder whole = new StringBuilder();
        int end = 0;
        for (Matcher table = PARTITIONED.matcher(script); table.find(); end = table.end()) {
            whole.append(script, end, table.start(2)).append("PARTITION BY HASH (school);\n");
            // At once, since what is altered afterwards is altered in each of them.
            for (int i = 0; i < partitions; i++) {
                whole.append("CREATE TABLE portfolio.").append(partition(table.group(1), i));
                whole.append(" PARTITION OF portfolio.").append(table.group(1));
                whole.append(" FOR VALUES WITH (MODULUS ").append(partitions);
                whole.append(", REMAINDER ").append(i).append(");\n");
            }
        }
        return whole.append(script, end, script.length()).toString();
    }

    static String partition(String table, int number) {
        return table + "_p" + number;
    }

    /** Looks whether a store can work here, and whether row-level security holds. */
    static void check(Database database) {
        requireServer(database);
        boolean there = database.single(handle -> isThere(handle, "to_regclass('portfolio.deployment')"));
        if (!there) throw Failures.refusal("storage.not-prepared", null);
        Deployment deployment =
                database.single(handle -> deployment(handle, "")).orElseThrow(Migrations::foreign);
        refuseOther(deployment);
        if (deployment.version() < NEWEST) {
            throw Failures.refusal("storage.older", null, deployment.version(), NEWEST);
        }
        database.noteGuard(database.single(Migrations::isGuarded));
    }

    private static boolean isGuarded(Handle handle) {
        return handle.createQuery("SELECT relrowsecurity FROM pg_catalog.pg_class"
                        + " WHERE relnamespace = to_regnamespace('portfolio') AND relname = 'record'")
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static void requireServer(Database database) {
        int version = database.single(
                handle -> handle.createQuery("SELECT CAST(current_setting('server_version_num') AS integer)")
                        .mapTo(Integer.class)
                        .one());
        if (version < OLDEST_SERVER) throw Failures.refusal("storage.too-old", null, version / 10_000);
    }

    private static boolean isThere(Handle handle, String name) {
        return handle.createQuery("SELECT " + name + " IS NOT NULL")
                .mapTo(Boolean.class)
                .one();
    }

    /** Empty where the table is there but is not ours. */
    private static Optional<Deployment> deployment(Handle handle, String lock) {
        long columns = handle.createQuery("SELECT count(*) FROM pg_catalog.pg_attribute"
                        + " WHERE attrelid = to_regclass('portfolio.deployment')"
                        + " AND attname IN ('one', 'application', 'version', 'partitions')")
                .mapTo(Long.class)
                .one();
        if (columns != 4) return Optional.empty();
        Optional<Deployment> found = handle.createQuery(
                        "SELECT application, version FROM portfolio.deployment WHERE one = 1" + lock)
                .map((row, context) -> new Deployment(row.getString(1), row.getInt(2), row.getInt(2)))
                .findOne();
        return found.map(each -> new Deployment(
                each.application(), each.version(), writing(handle).orElse(each.version())));
    }

    /** Empty for tables of before version 4. */
    private static Optional<Integer> writing(Handle handle) {
        if (!isThere(handle, "to_regclass('portfolio.writing')")) return Optional.empty();
        return handle.createQuery("SELECT version FROM portfolio.writing WHERE one = 1")
                .mapTo(Integer.class)
                .findOne();
    }

    static int partitions(Handle handle) {
        return handle.createQuery("SELECT partitions FROM portfolio.deployment WHERE one = 1")
                .mapTo(Integer.class)
                .one();
    }

    /** Newer tables only have more, and are good to work on until something newer is written to them. */
    private static void refuseOther(Deployment deployment) {
        if (!deployment.application().equals(APPLICATION)) throw foreign();
        if (deployment.version() > NEWEST && deployment.writing() > NEWEST) {
            throw Failures.refusal("storage.newer", null, deployment.version(), NEWEST);
        }
    }

    private static RuntimeException foreign() {
        return Failures.refusal("storage.foreign", null);
    }

    private static void execute(Handle handle, String script) throws SQLException {
        Connection connection = handle.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    static String text(String resource) {
        try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
