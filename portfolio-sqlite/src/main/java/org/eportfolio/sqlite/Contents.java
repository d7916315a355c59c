package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in the same database, in chunks. Content without a hash is on its way: in, until it is complete; or out, since
 * taking away a large file happens in several short transactions. What a crash leaves on its way goes at a later opening.
 */
final class Contents implements ContentStore {
    static final int CHUNK = 256 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Writer writer;
    private final ReadConnections readers;
    private final String synchronous;

    Contents(Writer writer, ReadConnections readers, String synchronous) {
        this.writer = writer;
        this.readers = readers;
        this.synchronous = synchronous;
    }

    @Override
    public Stored write(InputStream in, Instant at) throws IOException {
        writer.refuseReentry();
        readers.refuseClosed();
        MessageDigest digest = sha256();
        byte[] chunk = in.readNBytes(CHUNK);
        long size = chunk.length;
        digest.update(chunk);
        if (chunk.length < CHUNK) {
            Stored stored = new Stored(Hash.of(digest.digest()), size);
            writer.alone(session -> session.writing(() -> {
                if (touch(session, stored, micros(at))) return true;
                long key = stage(session, chunk, 0);
                return name(session, key, stored, at);
            }));
            return stored;
        }
        long key = writer.alone(session -> staging(session, () -> stage(session, chunk, 0)));
        boolean kept = false;
        try {
            long number = 1;
            byte[] next = in.readNBytes(CHUNK);
            while (next.length > 0) {
                byte[] bytes = next;
                long place = number;
                writer.alone(session -> staging(session, () -> Pieces.put(session, key, place, bytes)));
                digest.update(next);
                size += next.length;
                number++;
                next = in.readNBytes(CHUNK);
            }
            Stored stored = new Stored(Hash.of(digest.digest()), size);
            kept = writer.alone(session ->
                    session.writing(() -> !touch(session, stored, micros(at)) && name(session, key, stored, at)));
            return stored;
        } finally {
            if (!kept) abandon(key);
        }
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return open(content, 0);
    }

    @Override
    public Optional<InputStream> open(Stored content, long from) {
        return open(content, from, content.size());
    }

    @Override
    public Optional<InputStream> open(Stored content, long from, long wanted) {
        ContentStore.requireWithin(content, from);
        Optional<Long> key = readers.atOnce(session -> session.first(
                "SELECT key FROM content WHERE sha256 = ? AND size = ?",
                row -> row.getLong(1),
                content.sha256().bytes(),
                content.size()));
        return key.map(each -> new ContentStream(readers, each, content, from, wanted));
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        if (limit < 0) throw new IllegalArgumentException("a limit cannot be " + limit);
        return readers.reading(view -> view.whileOpen(() -> view.query(
                        "SELECT sha256, size, touched FROM content WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                        after == null ? new byte[0] : after.bytes(),
                        limit)
                .map((row, context) -> new KeptContent(
                        new Stored(Hash.of(row.getBytes(1)), row.getLong(2)),
                        Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS)))
                .list()));
    }

    /** Touches what a commit needs, in its transaction. */
    static void require(Session session, Collection<Stored> contents) throws SQLException {
        for (Stored content : contents) {
            if (!touch(session, content, Long.MIN_VALUE)) throw new MissingContentException(content);
        }
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        long key = writer.alone(session -> session.writing(() -> {
            // Out of sight at once; its bytes follow.
            PreparedStatement hide = session.prepared("UPDATE content SET sha256 = NULL, touched = 0"
                    + " WHERE sha256 = ? AND size = ? AND touched < ? RETURNING key");
            hide.setBytes(1, content.sha256().bytes());
            hide.setLong(2, content.size());
            hide.setLong(3, micros(cutoff));
            return Session.firstNumber(hide);
        }));
        if (key == 0) return false;
        discard(key);
        return true;
    }

    /** Takes away what a crash left, here or in another process, if it is too old to be still on its way. */
    void sweep(Instant now) {
        for (long key = left(now); key != 0; key = left(now)) discard(key);
    }

    /** Lays out the files of a version before as today's are; others may write in between. */
    void carryOver(ProgressListener progress) {
        boolean more = true;
        while (more) {
            progress.at(0, -1);
            more = writer.alone(session -> session.writing(() -> Pieces.carryOver(session)));
        }
    }

    private long left(Instant now) {
        // Without Jdbi, which takes longer to start than all the rest of an opening.
        return readers.atOnce(session -> {
            PreparedStatement query =
                    session.prepared("SELECT key FROM content WHERE sha256 IS NULL AND touched < ? LIMIT 1");
            query.setLong(1, micros(now.minus(LONGEST_WRITE)));
            return Session.firstNumber(query);
        });
    }

    /** Like {@link #discard}, but an earlier failure is reported rather than one in here. */
    private void abandon(long key) {
        try {
            discard(key);
        } catch (RuntimeException e) {
            LOG.warn("unfinished content remains until a later opening: {}", e.getMessage());
        }
    }

    private void discard(long key) {
        while (writer.alone(session -> session.writing(() -> shorten(session, key)))) {
            // Others may write in between.
        }
        writer.erased();
    }

    private static boolean shorten(Session session, long key) throws SQLException {
        if (Pieces.remove(session, key)) return true;
        PreparedStatement content = session.prepared("DELETE FROM content WHERE key = ? AND sha256 IS NULL");
        content.setLong(1, key);
        content.executeUpdate();
        return false;
    }

    /** Chunks need not be synced one by one: the commit that names the content syncs the whole log. */
    private <T> T staging(Session session, Session.Work<T> work) throws SQLException {
        session.run("PRAGMA synchronous=NORMAL");
        try {
            return session.writing(work);
        } finally {
            session.run("PRAGMA synchronous=" + synchronous);
        }
    }

    private static long stage(Session session, byte[] first, long number) throws SQLException {
        PreparedStatement insert = session.prepared("INSERT INTO content (size, touched) VALUES (0, ?) RETURNING key");
        // The machine's clock, not the caller's: it only distinguishes a write that is under way from one that was cut
        // off.
        insert.setLong(1, micros(Instant.now()));
        long key = Session.firstNumber(insert);
        if (first.length > 0) Pieces.put(session, key, number, first);
        return key;
    }

    /** Each touch is later than the one before, even where clocks stand still. */
    private static boolean touch(Session session, Stored content, long at) throws SQLException {
        PreparedStatement touch =
                session.prepared("UPDATE content SET touched = max(touched + (touched < 9223372036854775807), ?)"
                        + " WHERE sha256 = ? AND size = ?");
        touch.setLong(1, at);
        touch.setBytes(2, content.sha256().bytes());
        touch.setLong(3, content.size());
        return touch.executeUpdate() == 1;
    }

    private static boolean name(Session session, long key, Stored content, Instant at) throws SQLException {
        PreparedStatement name = session.prepared("UPDATE content SET sha256 = ?, size = ?, touched = ? WHERE key = ?");
        name.setBytes(1, content.sha256().bytes());
        name.setLong(2, content.size());
        name.setLong(3, micros(at));
        name.setLong(4, key);
        return name.executeUpdate() == 1;
    }

    private static long micros(Instant at) {
        if (at.isAfter(LATEST)) return Long.MAX_VALUE;
        if (at.isBefore(EARLIEST)) return Long.MIN_VALUE;
        // ChronoUnit.MICROS.between goes through nanoseconds and overflows after 292 years.
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    /** In how many chunks a file of this size lies. */
    static long chunks(long size) {
        return (size + CHUNK - 1) / CHUNK;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
