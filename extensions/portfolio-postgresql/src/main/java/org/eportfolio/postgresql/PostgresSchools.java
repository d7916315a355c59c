package org.eportfolio.postgresql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The schools of one PostgreSQL database, version 15 or later. They share its tables, whose keys all begin with the
 * school; nothing crosses from one to another. Thread-safe.
 *
 * <pre>{@code
 * PostgresSchools.migrate(dataSource);                       // with each new version of the library
 * PostgresSchools schools = PostgresSchools.open(dataSource); // once, when the host starts
 * Portfolio portfolio = Portfolio.with(schools.create(lycee)).build();
 * }</pre>
 *
 * <p>The {@code DataSource} is the host's, and so is its pool: nothing is pooled here, and nothing is left in a session, so
 * that PgBouncer may stand in between in transaction mode. A connection is taken for one statement or one transaction; a
 * school needs one to write, however many threads do, one for each read that runs, and one process needs one more while
 * calls wait for other processes' commits. The transactions of the pool are READ COMMITTED, PostgreSQL's default.
 *
 * <p>Where the connection is lost while a commit is on its way, the store finds out whether it was made, and makes it if it
 * was not; only where that cannot be found out there is a {@link org.eportfolio.CommitUnknownException}.
 *
 * <p>What was erased lingers in the files of the database until {@link PortfolioStore#compact} writes them anew; beyond
 * that it stays in what {@link #leftAfterCompaction} names.
 */
public final class PostgresSchools implements SchoolStores {
    private static final int SCHOOLS_AT_A_TIME = 1_000;
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);
    /** All that a school keeps, but for its row. */
    static final List<String> KEPT = List.of(
            "whole",
            "token",
            "indexed",
            "reading",
            "content_key",
            "piece",
            "chunk",
            "content",
            "key",
            "record",
            "entry",
            "head");

    private static final List<String> TABLES =
            Stream.concat(KEPT.stream(), Stream.of("away", "school")).toList();

    private final Database database;
    private final PostgresOptions options;
    private final Follower follower;
    private volatile boolean closed;

    private PostgresSchools(Database database, PostgresOptions options) {
        this.database = database;
        this.options = options;
        this.follower = new Follower(database);
    }

    /** Makes the tables or brings them up to date, with {@link PostgresOptions#defaults()}. */
    public static void migrate(DataSource dataSource) {
        migrate(dataSource, PostgresOptions.defaults());
    }

    /**
     * Makes the tables in the schema {@code portfolio}, or brings them up to date; does nothing where they are. Several
     * nodes may call it at once. The account needs the right to create in the database, which that of the pool need not
     * have; that one needs USAGE on the schema, and SELECT, INSERT, UPDATE and DELETE on its tables.
     *
     * @throws org.eportfolio.StorageException if the database cannot be reached, the schema belongs to another application
     *     or is of a newer version, or the account may not do it; nothing is changed then
     */
    public static void migrate(DataSource dataSource, PostgresOptions options) {
        Migrations.run(dataSource, options);
    }

    /**
     * Lets the database be written to as this version writes. Called once all processes are of this version, after which none of
     * the version before may work here any more; does nothing the second time. Until then what those could not live with is
     * refused or waits: in version 4 that a school moves, in version 7 that files are encrypted, each under a key of its own.
     *
     * @throws org.eportfolio.StorageException as {@link #migrate(DataSource)}, which comes first
     */
    public static void upgrade(DataSource dataSource) {
        Migrations.raise(new Database(dataSource));
    }

    /** Opens the schools with {@link PostgresOptions#defaults()}. */
    public static PostgresSchools open(DataSource dataSource) {
        return open(dataSource, PostgresOptions.defaults());
    }

    /**
     * Opens the schools; changes nothing in the database.
     *
     * @throws org.eportfolio.StorageException if the database cannot be reached, is older than version 15, or has not the
     *     tables of this version of the library or of a later one that it can still work with
     */
    public static PostgresSchools open(DataSource dataSource, PostgresOptions options) {
        Objects.requireNonNull(options, "options");
        Database database = new Database(dataSource);
        Migrations.check(database);
        return new PostgresSchools(database, options);
    }

    /**
     * The school's store; the school is made, which is one row, if it is not there. The store is the caller's to close. One that
     * has moved away, or is arriving, is not made: its store refuses what writes.
     */
    public PortfolioStore create(UUID school) {
        refuseClosed();
        boolean made = database.transaction(handle -> make(handle, school));
        return made ? new PostgresStore(database, school, options, follower) : school(school);
    }

    /**
     * The store of a school that is there; the caller's to close.
     *
     * @throws NotFoundException if there is no such school
     */
    public PortfolioStore school(UUID school) {
        refuseClosed();
        List<UUID> left = new ArrayList<>();
        boolean there = database.transaction(school, handle -> {
            left.addAll(handle.createQuery("SELECT id FROM portfolio.content"
                            + " WHERE school = ? AND sha256 IS NULL"
                            + " AND touched < CAST(extract(epoch FROM now()) * 1000000 AS bigint) - ? LIMIT 100")
                    .bind(0, school)
                    .bind(1, LONGEST_WRITE.toSeconds() * 1_000_000)
                    .map((row, context) -> row.getObject(1, UUID.class))
                    .list());
            boolean open = handle.createQuery("SELECT position FROM portfolio.school WHERE school = ?")
                    .bind(0, school)
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            if (!open) left.clear();
            return open || Relocation.position(handle.getConnection(), school).isPresent();
        });
        if (!there) throw unknown(school);
        PostgresStore store = new PostgresStore(database, school, options, follower);
        store.sweep(left);
        return store;
    }

    /**
     * The store of a school that is there, by its UUID as text in the usual form; the caller's to close.
     *
     * @throws NotFoundException if there is no such school, or if the text is no UUID
     */
    @Override
    public PortfolioStore open(String school) {
        return school(id(school));
    }

    private static UUID id(String school) {
        try {
            UUID id = UUID.fromString(school);
            if (id.toString().equals(school)) return id;
        } catch (IllegalArgumentException noId) {
            // Answered like any id that is not there.
        }
        throw SchoolStores.unknown(school);
    }

    /**
     * The store of a school as the standby of {@link PostgresOptions#staleReads} has it: some moments late, or longer. For a
     * portfolio of its own, through which the host reads what may lag, such as statistics, exports and backups; it refuses what
     * writes. Nothing else is ever read from the standby. Who reads a dossier through it is logged at the primary. The caller's to
     * close.
     *
     * @throws NotFoundException if the standby has no such school (yet)
     * @throws org.eportfolio.StorageException if the options name no standby, or it cannot be reached
     */
    public PortfolioStore stale(UUID school) {
        refuseClosed();
        DataSource standby = options.staleReads();
        if (standby == null) throw Failures.refusal("storage.no-standby", null);
        Database late = new Database(standby);
        Migrations.check(late);
        boolean there = late.single(handle -> Relocation.isAnywhere(handle, school));
        if (!there) throw unknown(school);
        return new StaleStore(
                new PostgresStore(late, school, options, follower),
                new PostgresStore(database, school, options, follower));
    }

    static NotFoundException unknown(UUID school) {
        return new NotFoundException("school", school);
    }

    /**
     * At most {@code limit} schools in the order of their ids.
     *
     * @param after the school at which the page before ended; {@code null} for the first page
     */
    public List<UUID> list(@Nullable UUID after, int limit) {
        refuseClosed();
        if (limit < 0) throw new IllegalArgumentException("a limit cannot be " + limit);
        UUID from = after == null ? new UUID(0, 0) : after;
        return database.single(handle -> handle.createQuery("SELECT school FROM portfolio.school WHERE school "
                        + (after == null ? ">=" : ">") + " ? ORDER BY school LIMIT ?")
                .bind(0, from)
                .bind(1, limit)
                .map((row, context) -> row.getObject(1, UUID.class))
                .list());
    }

    /**
     * Removes a school with all it has; does nothing if it is not there. Its stores are closed before; one that is not
     * answers from then on that there is no such school. Remnants stay until {@link PortfolioStore#compact}, as after an
     * erasure.
     */
    public void remove(UUID school) {
        refuseClosed();
        database.transaction(school, handle -> {
            handle.createQuery("SELECT position FROM portfolio.school WHERE school = ? FOR UPDATE")
                    .bind(0, school)
                    .mapTo(Long.class)
                    .findOne();
            for (String table : TABLES) {
                handle.createUpdate("DELETE FROM portfolio." + table + " WHERE school = ?")
                        .bind(0, school)
                        .execute();
            }
            return true;
        });
    }

    /**
     * Makes a backup a school of this database again, under the id it had or another; the backup stays as it is. It is
     * looked through first. Where row-level security holds, the account needs BYPASSRLS.
     *
     * @param backup as {@link PortfolioStore#backup} made it, in any database of PostgreSQL 15 or later
     * @param school an id that this database does not have
     * @throws org.eportfolio.StorageException if the backup is damaged or the school is there; nothing is made then
     */
    public PortfolioStore restore(Path backup, UUID school) {
        return restore(backup, school, ProgressListener.NONE);
    }

    /**
     * The same, followed by the byte through looking and writing, and ended when the listener or an interrupt asks for it: then
     * nothing is made.
     *
     * @throws org.eportfolio.CancelledException if it was ended
     */
    public PortfolioStore restore(Path backup, UUID school, ProgressListener progress) {
        refuseClosed();
        Objects.requireNonNull(progress, "progress");
        Copies.restore(database, backup.toAbsolutePath().normalize(), school, progress);
        return school(school);
    }

    /** A second look, since one that was leaving at that moment left its place free; then it is not made. */
    private static boolean make(Handle handle, UUID school) {
        if (Relocation.isAway(handle, school) || !insert(handle, school, 0)) return false;
        if (!Relocation.isAway(handle, school)) return true;
        handle.createUpdate("DELETE FROM portfolio.school WHERE school = ?")
                .bind(0, school)
                .execute();
        return false;
    }

    static boolean insert(Handle handle, UUID school, long position) {
        return handle.createUpdate(
                                "INSERT INTO portfolio.school (school, position) VALUES (?, ?) ON CONFLICT (school) DO NOTHING")
                        .bind(0, school)
                        .bind(1, position)
                        .execute()
                == 1;
    }

    /**
     * Encrypts each file that was written before version 7 of the tables, under a key of its own, in all schools. People go on working;
     * it takes as long as copying the files does, and what is stopped goes on with the next call. {@link PortfolioStore#compact} does
     * the same for one school first. Once all files have keys, no compaction writes files anew.
     *
     * @throws org.eportfolio.StorageException if {@link #upgrade} was not called, or the database fails
     */
    public void encryptFiles() {
        encryptFiles(ProgressListener.NONE);
    }

    /**
     * The same, followed school by school, and ended when the listener or an interrupt asks for it, which is looked at before each
     * piece of a file.
     *
     * @throws org.eportfolio.CancelledException if it was ended; files that have their keys by then keep them
     */
    public void encryptFiles(ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        refuseClosed();
        database.transaction(handle -> {
            Migrations.requireWriting(handle, Migrations.WRITING_KEYS);
            return true;
        });
        List<UUID> all = all();
        for (int i = 0; i < all.size(); i++) {
            int done = i;
            progress.at(done, all.size());
            try (PostgresStore store = new PostgresStore(database, all.get(i), options, follower)) {
                store.encryptFiles(() -> progress.at(done, all.size()));
            }
        }
        progress.goOn(all.size(), all.size());
    }

    private List<UUID> all() {
        List<UUID> all = new ArrayList<>();
        UUID after = null;
        for (List<UUID> some = list(after, SCHOOLS_AT_A_TIME); !some.isEmpty(); some = list(after, SCHOOLS_AT_A_TIME)) {
            all.addAll(some);
            after = some.get(some.size() - 1);
        }
        return all;
    }

    /**
     * Where what was erased may still be found after {@link PortfolioStore#compact}, as far as the database says: its log,
     * the archive of that, standbys, and backups taken before, all of which have files with their keys, and the server's text log, which
     * may have them; and the table of files, which has pieces without a key.
     */
    public List<Message> leftAfterCompaction() {
        refuseClosed();
        return Compaction.left(database);
    }

    /** Ends the following of other processes and refuses further schools. Stores and pool are their owners' to close. */
    @Override
    public void close() {
        closed = true;
        follower.close();
    }

    private void refuseClosed() {
        if (closed) throw Failures.closed();
    }
}
