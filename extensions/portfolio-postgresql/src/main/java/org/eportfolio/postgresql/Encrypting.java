package org.eportfolio.postgresql;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.jdbi.v3.core.Handle;

/**
 * Gives a key to each file that has none, since it was written before version 7 was allowed to be. People go on working: a file is
 * written anew beside itself, a piece at a time, and then takes its own place. Stopped anywhere, it goes on with the next call.
 * Thread-safe.
 */
final class Encrypting {
    private static final int FILES_AT_A_TIME = 100;

    private final Database database;
    private final UUID school;
    private final Calls calls;
    private final Relocation relocation;
    private final Consumer<UUID> discard;
    private final Runnable question;

    /**
     * @param discard takes a content away that has no name
     * @param question asked before each piece; what it throws ends this
     */
    Encrypting(
            Database database,
            UUID school,
            Calls calls,
            Relocation relocation,
            Consumer<UUID> discard,
            Runnable question) {
        this.database = database;
        this.school = school;
        this.calls = calls;
        this.relocation = relocation;
        this.discard = discard;
        this.question = question;
    }

    private record Open(UUID id, Stored content) {}

    void run() {
        UUID after = new UUID(0, 0);
        for (List<Open> some = some(after); !some.isEmpty(); some = some(after)) {
            some.forEach(this::encrypt);
            after = some.get(some.size() - 1).id();
        }
    }

    private List<Open> some(UUID after) {
        return calls.run(() -> database.single(
                school,
                handle -> handle.createQuery("SELECT c.id, c.sha256, c.size FROM portfolio.content c"
                                + " LEFT JOIN portfolio.content_key k ON k.school = c.school AND k.content = c.id"
                                + " WHERE c.school = ? AND c.id > ? AND c.sha256 IS NOT NULL AND c.size > 0"
                                + " AND k.key IS NULL ORDER BY c.id LIMIT ?")
                        .bind(0, school)
                        .bind(1, after)
                        .bind(2, FILES_AT_A_TIME)
                        .map((row, context) -> new Open(
                                row.getObject(1, UUID.class), new Stored(Hash.of(row.getBytes(2)), row.getLong(3))))
                        .list()));
    }

    private void encrypt(Open open) {
        Place place = relocation.whileHere(
                handle -> Contents.beginCopy(handle, school, open.content().size()));
        boolean taken = false;
        try {
            for (long number = 0; number * Contents.PIECE < open.content().size(); number++) {
                question.run();
                if (!copy(open.id(), place, number)) return;
            }
            taken = relocation.whileHere(handle -> take(handle, open, place.id()));
        } finally {
            discard.accept(taken ? open.id() : place.id());
        }
    }

    /** Gives back whether there is such a piece; if not, the file was removed meanwhile, or is damaged and stays as it is. */
    private boolean copy(UUID from, Place to, long number) {
        return calls.run(() -> database.transaction(school, handle -> {
            List<byte[]> found = handle.createQuery(
                            "SELECT bytes FROM portfolio.chunk WHERE school = ? AND content = ? AND number = ?")
                    .bind(0, school)
                    .bind(1, from)
                    .bind(2, number)
                    .mapTo(byte[].class)
                    .list();
            for (byte[] piece : found) to.put(handle, school, number, piece);
            return !found.isEmpty();
        }));
    }

    /** No commit looks for the file meanwhile, and would find neither: each waits for the school's row, which is locked here. */
    private boolean take(Handle handle, Open open, UUID id) {
        if (!isWhole(handle, id)) return false;
        List<Long> touched = handle.createQuery("SELECT touched FROM portfolio.content"
                        + " WHERE school = ? AND id = ? AND sha256 = ? FOR UPDATE")
                .bind(0, school)
                .bind(1, open.id())
                .bind(2, open.content().sha256().bytes())
                .mapTo(Long.class)
                .list();
        if (touched.isEmpty()) return false;
        Contents.hide(handle, school, open.id());
        if (!Contents.name(handle, school, id, open.content(), touched.get(0)))
            throw new IllegalStateException("the copy " + id + " went while it was locked");
        return true;
    }

    /** Whether no other compaction took the copy for one that was left behind: that forgets its key first, under the same lock. */
    private boolean isWhole(Handle handle, UUID id) {
        boolean there = isThere(handle, id, "SELECT id FROM portfolio.content WHERE school = ? AND id = ? FOR UPDATE");
        return there
                && isThere(handle, id, "SELECT content FROM portfolio.content_key WHERE school = ? AND content = ?");
    }

    private boolean isThere(Handle handle, UUID id, String query) {
        return handle.createQuery(query)
                .bind(0, school)
                .bind(1, id)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }
}
