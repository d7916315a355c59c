package org.eportfolio.postgresql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the tables that hold text anew. DELETE and VACUUM leave what was erased in the pages; a new file holds only what is
 * there. All the schools that share a table, or the partition, wait meanwhile. Of files only their keys are written anew: what is left
 * of a file without its key says nothing. Files as they came, of before version 7, are written anew as long as the table has any.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;
    /** How many times as long as for a lock, behind which people wait. */
    private static final int WAITS_FOR_OTHERS = 6;
    /** As the chapter PostgresCompaction of the benchmarks measured it on a busy machine of two cores: 9 seconds for a GB. */
    private static final long BYTES_A_SECOND = 110_000_000;

    private final Database database;
    private final UUID school;
    private final Duration lockTimeout;

    Compaction(Database database, UUID school, Duration lockTimeout) {
        this.database = database;
        this.school = school;
        this.lockTimeout = lockTimeout;
    }

    void run(ProgressListener progress) {
        String began = database.single(
                handle -> handle.createQuery("SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text)")
                        .mapTo(String.class)
                        .one());
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String table : tables()) sizes.put(table, size(table));
        long total = sizes.values().stream().mapToLong(each -> each).sum();
        long done = 0;
        for (Map.Entry<String, Long> each : sizes.entrySet()) {
            long before = done;
            anew(each.getKey(), each.getValue(), began, () -> progress.at(before, total));
            done += each.getValue();
        }
        progress.goOn(total, total);
        for (Message each : left(database)) LOG.info("what was erased is still in {}", each);
    }

    private void anew(String table, long bytes, String began, Runnable question) {
        LOG.info(
                "writing portfolio.{} anew, {} bytes; calls that use it wait meanwhile, perhaps {} s",
                table,
                bytes,
                1 + bytes / BYTES_A_SECOND);
        awaitOlder(began, question);
        long start = System.nanoTime();
        new LongStatement("CLUSTER portfolio." + table + " USING " + table + "_pkey", lockTimeout)
                .run(database, question);
        LOG.info("wrote portfolio.{} anew in {} ms", table, (System.nanoTime() - start) / 1_000_000);
    }

    /** What this store cannot write anew, with what the database says of it. */
    static List<Message> left(Database database) {
        List<Message> left = new ArrayList<>();
        left.add(Failures.message("left.log"));
        left.add(Failures.message("left.text-log"));
        left.add(Failures.message("left.pieces"));
        String archive = database.single(handle -> handle.createQuery("SELECT current_setting('archive_mode')")
                .mapTo(String.class)
                .one());
        if (!archive.equals("off")) left.add(Failures.message("left.archive", archive));
        long standbys =
                database.single(handle -> handle.createQuery("SELECT count(*) FROM pg_catalog.pg_stat_replication")
                        .mapTo(Long.class)
                        .one());
        if (standbys > 0) left.add(Failures.message("left.standbys", standbys));
        long unseen = database.single(handle -> handle.createQuery(
                        "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = current_database()"
                                + " AND usesysid <> CAST(CAST(current_user AS regrole) AS oid)"
                                + " AND NOT pg_has_role(usesysid, 'USAGE') AND NOT pg_has_role('pg_read_all_stats', 'USAGE')")
                .mapTo(Long.class)
                .one());
        if (unseen > 0) left.add(Failures.message("left.sessions", unseen));
        copied(database).ifPresent(left::add);
        left.add(Failures.message("left.backups"));
        return left;
    }

    /**
     * What ANALYZE copied out of tables of before version 6 stays until it is deleted. {@code pg_stats} shows only what the account
     * may read, and behind row-level security nothing, so an account that may not look is told so.
     */
    private static Optional<Message> copied(Database database) {
        String query =
                "SELECT count(s.attname), count(*) FILTER (WHERE NOT has_column_privilege(c.oid, a.attnum, 'SELECT')"
                        + " OR row_security_active(c.oid)) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a"
                        + " ON a.attrelid = c.oid AND a.attstattarget = 0 AND a.attnum > 0 AND NOT a.attisdropped"
                        + " LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = 'portfolio' AND s.tablename = c.relname"
                        + " AND s.attname = a.attname WHERE c.relnamespace = to_regnamespace('portfolio')";
        return database.single(handle -> handle.createQuery(query)
                .map((row, context) -> {
                    if (row.getLong(1) > 0) return Optional.of(Failures.message("left.statistics"));
                    if (row.getLong(2) > 0) return Optional.of(Failures.message("left.statistics-unseen"));
                    return Optional.<Message>empty();
                })
                .one());
    }

    /** Those with what people wrote; of a partitioned one the partition of this school. */
    private List<String> tables() {
        List<String> tables = new ArrayList<>(List.of("record", "key", "content_key", "reading", "indexed", "token"));
        String chunk = "chunk";
        int partitions = database.single(Migrations::partitions);
        if (partitions > 1) {
            int own = database.single(handle -> partition(handle, partitions));
            tables.replaceAll(each -> each.equals("key") ? each : Migrations.partition(each, own));
            chunk = Migrations.partition(chunk, own);
        }
        // Once all files have keys there is nothing in it.
        if (!isEmpty(chunk)) tables.add(chunk);
        return tables;
    }

    private int partition(Handle handle, int partitions) {
        return handle.createQuery(
                        "SELECT n.number FROM generate_series(0, ?) AS n (number)"
                                + " WHERE satisfies_hash_partition(CAST('portfolio.record' AS regclass), ?, n.number, CAST(? AS uuid))")
                .bind(0, partitions - 1)
                .bind(1, partitions)
                .bind(2, school)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Whether the table's files have no bytes: nothing was written there since it was last written anew. Long values stand in a file
     * of their own, which a vacuum may leave as it is.
     */
    private boolean isEmpty(String table) {
        return database.single(handle -> handle.createQuery("SELECT pg_relation_size(c.oid)"
                        + " + coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)), 0) = 0"
                        + " FROM pg_catalog.pg_class c WHERE c.oid = CAST(? AS regclass)")
                .bind(0, "portfolio." + table)
                .mapTo(Boolean.class)
                .one());
    }

    private long size(String table) {
        return database.single(handle -> handle.createQuery("SELECT pg_total_relation_size(CAST(? AS regclass))")
                .bind(0, "portfolio." + table)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Rows that an open transaction may still see, here or at a standby that says so, are copied along, so this waits for all that
     * began before; there is no end to wait for where a session stays in its transaction. Nothing is locked meanwhile. For vacuum,
     * which may take hours, the server keeps none.
     */
    private void awaitOlder(String began, Runnable question) {
        long end = System.nanoTime() + WAITS_FOR_OTHERS * lockTimeout.toNanos();
        while (older(began) > 0) {
            question.run();
            if (System.nanoTime() - end > 0) throw Failures.refusal("storage.compact-held", null);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /**
     * A writing transaction of any database of the server holds back the snapshot in which a table is written anew. One's own snapshot
     * shows that, also of accounts whose sessions one may not see; it is taken before the sessions are looked at, so none slips through.
     */
    private long older(String began) {
        return database.single(handle -> handle.createQuery(
                        "SELECT CAST(pg_snapshot_xmin(pg_current_snapshot()) < CAST(:began AS xid8) AS integer)"
                                + " + (SELECT count(*) FROM pg_catalog.pg_stat_activity"
                                // One that sends to a standby has no database, and keeps rows for those who read there.
                                + " WHERE coalesce(datname, current_database()) = current_database() AND pid <> pg_backend_pid()"
                                + " AND pid NOT IN (SELECT pid FROM pg_catalog.pg_stat_progress_vacuum)"
                                + " AND age(backend_xmin) > age(CAST(CAST(:began AS xid8) AS xid)))"
                                + " + (SELECT count(*) FROM pg_catalog.pg_replication_slots"
                                + " WHERE age(xmin) > age(CAST(CAST(:began AS xid8) AS xid)))")
                .bind("began", began)
                .mapTo(Long.class)
                .one());
    }
}
