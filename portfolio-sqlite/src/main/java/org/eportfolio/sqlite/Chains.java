package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/**
 * The scopes' heads and the feed's next position. What a transaction looked up or moved the next one still knows, as long
 * as no one else wrote to the file. Used by the thread that holds the turn to write.
 */
final class Chains {
    private static final long NO_KEY = 0;
    private static final long NOT_KNOWN = -1;
    /** So many places in the feed are taken at once; those that are left at the end stay a gap. */
    private static final int PLACES = 1_000;
    /** Some hundred bytes each. */
    private static final int MOST_KNOWN = 10_000;

    private final Session session;
    private final Map<Scope, Standing> standings = new HashMap<>();
    private final List<Standing> moved = new ArrayList<>();
    private long version = NOT_KNOWN;
    private long lastKey = NOT_KNOWN;
    private long position;
    private long reservedUpTo;

    Chains(Session session) {
        this.session = session;
    }

    private static final class Standing {
        final Scope scope;
        long key;
        Head head;
        boolean isNew;
        boolean moved;

        Standing(Scope scope, long key, Head head) {
            this.scope = scope;
            this.key = key;
            this.head = head;
        }
    }

    /** To be called when a transaction has begun: what is known counts unless another connection wrote meanwhile. */
    void begin() throws SQLException {
        long now = session.number("PRAGMA data_version");
        if (now != version) forget();
        version = now;
    }

    /** To be called when a transaction was undone, or something else was written by this connection. */
    void forget() {
        standings.clear();
        moved.clear();
        version = NOT_KNOWN;
        lastKey = NOT_KNOWN;
        position = 0;
        reservedUpTo = 0;
    }

    /** Throws when the change may not be made; called before anything of it is. */
    void check(Change change) throws SQLException {
        for (Map.Entry<Scope, Head> basis : change.basis().entrySet()) {
            Head actual = standing(basis.getKey()).head;
            if (!actual.equals(basis.getValue())) throw new StaleException(basis.getKey(), basis.getValue(), actual);
        }
        if (change.entries().isEmpty()) return;
        Map<Scope, Long> next = new HashMap<>();
        for (Entry entry : change.entries()) {
            Head actual = standing(entry.scope()).head;
            long number = next.merge(entry.scope(), actual.length() + 1, (before, first) -> before + 1);
            // The basis was right, so it is reported as the expected head too.
            if (entry.number() != number) {
                throw new StaleException(entry.scope(), actual, actual);
            }
        }
    }

    Head head(Scope scope) throws SQLException {
        return standing(scope).head;
    }

    /** Makes the entry its scope's head. */
    void advance(Entry entry) throws SQLException {
        Standing standing = standing(entry.scope());
        standing.head = entry.head();
        move(standing);
    }

    private void move(Standing standing) {
        if (!standing.moved) moved.add(standing);
        standing.moved = true;
    }

    /** The next place in the feed; none is ever given twice, even if the end of the journal was cut off. */
    long nextPosition() throws SQLException {
        if (position == reservedUpTo) {
            PreparedStatement reserve = session.prepared("UPDATE feed SET last = last + ? RETURNING last");
            reserve.setLong(1, PLACES);
            reservedUpTo = Session.firstNumber(reserve);
            position = reservedUpTo - PLACES;
        }
        return ++position;
    }

    /** The number that stands for the scope in the file, 0 if there is none yet. */
    long key(Scope scope) throws SQLException {
        return standing(scope).key;
    }

    /** The number that stands for the scope in the file, a new one if need be. */
    long keyOrNew(Scope scope) throws SQLException {
        Standing standing = standing(scope);
        if (standing.key == NO_KEY) {
            if (lastKey == NOT_KNOWN) lastKey = session.number("SELECT max(key) FROM scope");
            standing.key = ++lastKey;
            standing.isNew = true;
            move(standing);
        }
        return standing.key;
    }

    /** Writes back what moved. */
    void flush() throws SQLException {
        for (Standing standing : moved) {
            keyOrNew(standing.scope);
            PreparedStatement put = session.prepared(
                    standing.isNew
                            ? "INSERT INTO scope (length, hash, id, key) VALUES (?, ?, ?, ?)"
                            : "UPDATE scope SET length = ?, hash = ? WHERE id = ?");
            put.setLong(1, standing.head.length());
            put.setBytes(2, standing.head.hash().bytes());
            put.setBytes(3, UuidBytes.bytes(standing.scope.id()));
            if (standing.isNew) put.setLong(4, standing.key);
            put.executeUpdate();
            standing.isNew = false;
            standing.moved = false;
        }
        moved.clear();
        if (standings.size() > MOST_KNOWN) standings.clear();
    }

    /** How many scopes wait to be written back. */
    int waiting() {
        return moved.size();
    }

    private Standing standing(Scope scope) throws SQLException {
        Standing known = standings.get(scope);
        if (known != null) return known;
        PreparedStatement query = session.prepared("SELECT key, length, hash FROM scope WHERE id = ?");
        query.setBytes(1, UuidBytes.bytes(scope.id()));
        try (ResultSet result = query.executeQuery()) {
            Standing standing = result.next()
                    ? new Standing(scope, result.getLong(1), new Head(result.getLong(2), Hash.of(result.getBytes(3))))
                    : new Standing(scope, NO_KEY, Head.EMPTY);
            standings.put(scope, standing);
            return standing;
        }
    }
}
