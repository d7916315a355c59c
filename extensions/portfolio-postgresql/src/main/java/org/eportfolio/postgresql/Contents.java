package org.eportfolio.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.StorageException;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in the same database, in pieces, each written and read by a short transaction of its own and encrypted under a key of the
 * file ({@link Place}), as soon as all processes at work can read that. Content without a hash is
 * on its way: in, until it is complete, or out. What a crash leaves on its way goes a day after its last four megabytes, when the school
 * is opened.
 * A school that has moved takes no name and gives none away: an upload that is under way then ends with what refuses a commit.
 */
final class Contents implements ContentStore {
    static final int PIECE = 256 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
    private static final long PIECES_AT_A_TIME = 16;
    private static final String SERVER_NOW = "CAST(extract(epoch FROM now()) * 1000000 AS bigint)";
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

    private final Database database;
    private final UUID school;
    private final Calls calls;
    private final Snapshots snapshots;
    private final Commits commits;
    private final Relocation relocation;
    /** Whether all processes at work can read what is encrypted; once they can, they always can. */
    private volatile boolean keysAllowed;

    Contents(Database database, UUID school, Calls calls, Snapshots snapshots, Commits commits, Relocation relocation) {
        this.database = database;
        this.school = school;
        this.calls = calls;
        this.snapshots = snapshots;
        this.commits = commits;
        this.relocation = relocation;
    }

    @Override
    public Stored write(InputStream in, Instant at) throws IOException {
        commits.refuseReentry();
        calls.refuseClosed();
        MessageDigest digest = Keys.sha256();
        byte[] piece = in.readNBytes(PIECE);
        long size = piece.length;
        digest.update(piece);
        if (piece.length < PIECE) {
            Stored stored = new Stored(Hash.of(digest.digest()), size);
            small(stored, piece, micros(at));
            return stored;
        }
        byte[] first = piece;
        Place place = relocation.whileHere(handle -> {
            Place begun = place(handle, school, begin(handle, school, 0), keysAllowed(handle));
            begun.put(handle, school, 0, first);
            return begun;
        });
        boolean kept = false;
        try {
            long number = 1;
            for (byte[] next = in.readNBytes(PIECE); next.length > 0; next = in.readNBytes(PIECE)) {
                byte[] bytes = next;
                long count = number++;
                calls.run(() -> count % PIECES_AT_A_TIME == 0
                        ? database.transaction(school, handle -> goesOn(handle, place, count, bytes))
                        : database.single(school, handle -> put(handle, place, count, bytes)));
                digest.update(next);
                size += next.length;
            }
            Stored stored = new Stored(Hash.of(digest.digest()), size);
            kept = name(place.id(), stored, micros(at));
            return stored;
        } finally {
            if (!kept) abandon(place.id());
        }
    }

    private boolean put(Handle handle, Place place, long number, byte[] piece) {
        place.put(handle, school, number, piece);
        return true;
    }

    /** A piece that also dates the upload anew, so that one that runs for days is not taken for one that was left behind. */
    private boolean goesOn(Handle handle, Place place, long number, byte[] piece) {
        int there = handle.createUpdate("UPDATE portfolio.content SET touched = " + SERVER_NOW
                        + " WHERE school = ? AND id = ? AND sha256 IS NULL")
                .bind(0, school)
                .bind(1, place.id())
                .execute();
        if (there == 0) throw sweptAway();
        return put(handle, place, number, piece);
    }

    private static StorageException sweptAway() {
        return Failures.refusal("storage.upload-swept", null);
    }

    private void small(Stored stored, byte[] bytes, long at) {
        relocation.whileHere(handle -> {
            // Another may write the same at the same time, or take it away: then the one that waited looks again.
            while (!touch(handle, stored, at)) {
                UUID id = UUID.randomUUID();
                if (insert(handle, id, stored.sha256(), stored.size(), at)) {
                    if (bytes.length > 0)
                        place(handle, school, id, keysAllowed(handle)).put(handle, school, 0, bytes);
                    return true;
                }
            }
            return true;
        });
    }

    /** Gives the content its name, unless there is one of that name: then it is touched. */
    private boolean name(UUID id, Stored stored, long at) {
        while (true) {
            boolean there = relocation.whileHere(handle -> touch(handle, stored, at));
            if (there) return false;
            try {
                if (!relocation.whileHere(handle -> name(handle, school, id, stored, at))) throw sweptAway();
                return true;
            } catch (StorageException e) {
                SQLException cause = Failures.sql(e);
                // Another upload of the same bytes was given the name in between.
                if (cause == null || !"23505".equals(cause.getSQLState())) throw e;
            }
        }
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return open(content, 0);
    }

    @Override
    public Optional<InputStream> open(Stored content, long from) {
        ContentStore.requireWithin(content, from);
        return ContentStream.open(snapshots, content, from);
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        if (limit < 0) throw new IllegalArgumentException("a limit cannot be " + limit);
        return snapshots.read(view -> view.all(
                row -> new KeptContent(
                        new Stored(Hash.of(row.getBytes(1)), row.getLong(2)),
                        Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS)),
                "SELECT sha256, size, touched FROM portfolio.content WHERE school = ? AND sha256 > ?"
                        + " ORDER BY sha256 LIMIT ?",
                after == null ? new byte[0] : after.bytes(),
                limit));
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        commits.refuseReentry();
        // Out of sight at once, and unreadable where it has a key; its bytes follow.
        Optional<UUID> hidden = relocation.whileHere(handle -> {
            // A file that was given its key while the first statement waited for it has another id now, which the
            // second one sees.
            Optional<UUID> found = hide(handle, content, cutoff).or(() -> hide(handle, content, cutoff));
            found.ifPresent(id -> Place.forgetKey(handle, school, id));
            return found;
        });
        hidden.ifPresent(this::discard);
        return hidden.isPresent();
    }

    private Optional<UUID> hide(Handle handle, Stored content, Instant cutoff) {
        return handle.createQuery("UPDATE portfolio.content SET sha256 = NULL, touched = 0"
                        + " WHERE school = ? AND sha256 = ? AND size = ? AND touched < ? RETURNING id")
                .bind(0, school)
                .bind(1, content.sha256().bytes())
                .bind(2, content.size())
                .bind(3, micros(cutoff))
                .map((row, context) -> row.getObject(1, UUID.class))
                .findOne();
    }

    /**
     * Ends removals and encryptions that were cut off, whose keys and pieces would otherwise lie there until the school is opened again.
     * An upload is left alone: its size is not known before it is complete.
     */
    void endRemovals() {
        List<UUID> hidden = calls.run(() -> database.single(
                school,
                handle -> handle.createQuery("SELECT id FROM portfolio.content WHERE school = ? AND sha256 IS NULL"
                                + " AND (touched = 0 OR size > 0)")
                        .bind(0, school)
                        .map((row, context) -> row.getObject(1, UUID.class))
                        .list()));
        hidden.forEach(this::discard);
    }

    /**
     * Gives a key to each file that has none, unless processes at work could not read it then.
     *
     * @param question asked before each piece; what it throws ends this
     */
    void encrypt(Runnable question) {
        boolean allowed = calls.run(() -> database.single(this::keysAllowed));
        if (allowed) new Encrypting(database, school, calls, relocation, this::discard, question).run();
    }

    private boolean keysAllowed(Handle handle) {
        if (!keysAllowed) keysAllowed = Migrations.mayWrite(handle, Migrations.WRITING_KEYS);
        return keysAllowed;
    }

    /**
     * Takes away what is on its way: its key, then its pieces a few at a time, so that no transaction is long. What was given a name
     * meanwhile stays.
     */
    void discard(UUID id) {
        boolean named = calls.run(() -> database.transaction(school, handle -> {
            boolean found = handle.createQuery("SELECT sha256 IS NOT NULL FROM portfolio.content"
                            + " WHERE school = ? AND id = ? FOR UPDATE")
                    .bind(0, school)
                    .bind(1, id)
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            if (!found) Place.forgetKey(handle, school, id);
            return found;
        }));
        if (named) return;
        for (String table : List.of("piece", "chunk")) discard(id, table);
        calls.run(() -> database.single(
                school,
                handle -> handle.createUpdate(
                                "DELETE FROM portfolio.content WHERE school = ? AND id = ? AND sha256 IS NULL")
                        .bind(0, school)
                        .bind(1, id)
                        .execute()));
    }

    private void discard(UUID id, String table) {
        long last = calls.run(() -> database.single(
                school,
                handle -> handle.createQuery("SELECT coalesce(max(number), -1) FROM portfolio." + table
                                + " WHERE school = ? AND content = ?")
                        .bind(0, school)
                        .bind(1, id)
                        .mapTo(Long.class)
                        .one()));
        for (long up = PIECES_AT_A_TIME; up - PIECES_AT_A_TIME <= last; up += PIECES_AT_A_TIME) {
            long end = up;
            calls.run(() -> database.single(
                    school,
                    handle -> handle.createUpdate("DELETE FROM portfolio." + table
                                    + " WHERE school = ? AND content = ? AND number < ?")
                            .bind(0, school)
                            .bind(1, id)
                            .bind(2, end)
                            .execute()));
        }
    }

    /** Like {@link #discard}, but an earlier failure is reported rather than one in here. */
    private void abandon(UUID id) {
        try {
            discard(id);
        } catch (RuntimeException e) {
            LOG.warn("unfinished content remains until a later opening: {}", e.getMessage());
        }
    }

    /** What is on its way is dated by the server, since those who look whether it was left behind may have other clocks. */
    private static UUID begin(Handle handle, UUID school, long size) {
        UUID id = UUID.randomUUID();
        handle.createUpdate("INSERT INTO portfolio.content (school, id, sha256, size, touched)"
                        + " VALUES (?, ?, NULL, ?, " + SERVER_NOW + ")")
                .bind(0, school)
                .bind(1, id)
                .bind(2, size)
                .execute();
        return id;
    }

    /** Begins a copy under a key; that it has a size and no name tells it from an upload. */
    static Place beginCopy(Handle handle, UUID school, long size) {
        return Place.underKey(handle, school, begin(handle, school, size));
    }

    private static Place place(Handle handle, UUID school, UUID id, boolean underKey) {
        return underKey ? Place.underKey(handle, school, id) : new Place(id, null);
    }

    /** Gives a content its name, which no other has. */
    static boolean name(Handle handle, UUID school, UUID id, Stored stored, long touched) {
        return handle.createUpdate("UPDATE portfolio.content SET sha256 = ?, size = ?, touched = ?"
                                + " WHERE school = ? AND id = ?")
                        .bind(0, stored.sha256().bytes())
                        .bind(1, stored.size())
                        .bind(2, touched)
                        .bind(3, school)
                        .bind(4, id)
                        .execute()
                == 1;
    }

    /** Takes a content out of sight; its pieces are to be discarded then. */
    static void hide(Handle handle, UUID school, UUID id) {
        handle.createUpdate("UPDATE portfolio.content SET sha256 = NULL, touched = 0 WHERE school = ? AND id = ?")
                .bind(0, school)
                .bind(1, id)
                .execute();
    }

    private boolean insert(Handle handle, UUID id, Hash hash, long size, long at) {
        return handle.createUpdate("INSERT INTO portfolio.content (school, id, sha256, size, touched)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (school, sha256) DO NOTHING")
                        .bind(0, school)
                        .bind(1, id)
                        .bind(2, hash.bytes())
                        .bind(3, size)
                        .bind(4, at)
                        .execute()
                == 1;
    }

    /** Each touch is later than the one before, even where clocks stand still. */
    private boolean touch(Handle handle, Stored content, long at) {
        Optional<Long> before = handle.createQuery("SELECT touched FROM portfolio.content"
                        + " WHERE school = ? AND sha256 = ? AND size = ? FOR UPDATE")
                .bind(0, school)
                .bind(1, content.sha256().bytes())
                .bind(2, content.size())
                .mapTo(Long.class)
                .findOne();
        if (before.isEmpty()) return false;
        long later = before.get() == Long.MAX_VALUE ? Long.MAX_VALUE : before.get() + 1;
        handle.createUpdate("UPDATE portfolio.content SET touched = ? WHERE school = ? AND sha256 = ?")
                .bind(0, Math.max(later, at))
                .bind(1, school)
                .bind(2, content.sha256().bytes())
                .execute();
        return true;
    }

    static long micros(Instant at) {
        if (at.isAfter(LATEST)) return Long.MAX_VALUE;
        if (at.isBefore(EARLIEST)) return Long.MIN_VALUE;
        // ChronoUnit.MICROS.between goes through nanoseconds and overflows after 292 years.
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
