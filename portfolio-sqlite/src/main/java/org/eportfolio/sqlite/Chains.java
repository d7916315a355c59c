package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/** The scopes' heads and the feed's position as one transaction sees and moves them; written back at its end. */
final class Chains {
    private static final long NO_KEY = 0;

    private final Session session;
    private final Map<Scope, Standing> standings = new HashMap<>();
    private long lastKey = -1;
    private long position;
    private long reservedUpTo;

    Chains(Session session) {
        this.session = session;
    }

    private static final class Standing {
        long key;
        Head head;
        boolean moved;

        Standing(long key, Head head) {
            this.key = key;
            this.head = head;
        }
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
            // The basis was right, so it is told as the expected head too.
            if (entry.number() != number) {
                throw new StaleException(entry.scope(), actual, actual);
            }
        }
    }

    /** Makes the entry its scope's head. */
    void advance(Entry entry) throws SQLException {
        Standing standing = standing(entry.scope());
        standing.head = entry.head();
        standing.moved = true;
    }

    /** Takes places in the feed for so many entries; what is not used of them stays a gap. */
    void reserve(int entries) throws SQLException {
        PreparedStatement reserve = session.prepared("UPDATE feed SET last = last + ? RETURNING last");
        reserve.setLong(1, entries);
        reservedUpTo = Session.firstNumber(reserve);
        position = reservedUpTo - entries;
    }

    /** The next entry's place in the feed, of those reserved. */
    long nextPosition() {
        if (position == reservedUpTo) throw new IllegalStateException("no place in the feed is reserved");
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
            if (lastKey < 0) lastKey = session.number("SELECT max(key) FROM scope");
            standing.key = ++lastKey;
            standing.moved = true;
        }
        return standing.key;
    }

    /** Writes back what moved and forgets the scopes, so that a long transaction stays small. */
    void flush() throws SQLException {
        PreparedStatement put = session.prepared("INSERT INTO scope (id, key, length, hash) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET length = excluded.length, hash = excluded.hash");
        for (Map.Entry<Scope, Standing> each : standings.entrySet()) {
            Standing standing = each.getValue();
            if (!standing.moved) continue;
            put.setBytes(1, Ids.bytes(each.getKey().id()));
            put.setLong(2, keyOrNew(each.getKey()));
            put.setLong(3, standing.head.length());
            put.setBytes(4, standing.head.hash().bytes());
            put.executeUpdate();
        }
        standings.clear();
    }

    /** How many scopes' heads are carried. */
    int known() {
        return standings.size();
    }

    private Standing standing(Scope scope) throws SQLException {
        Standing known = standings.get(scope);
        if (known != null) return known;
        PreparedStatement query = session.prepared("SELECT key, length, hash FROM scope WHERE id = ?");
        query.setBytes(1, Ids.bytes(scope.id()));
        try (ResultSet result = query.executeQuery()) {
            Standing standing = result.next()
                    ? new Standing(result.getLong(1), new Head(result.getLong(2), Hash.of(result.getBytes(3))))
                    : new Standing(NO_KEY, Head.EMPTY);
            standings.put(scope, standing);
            return standing;
        }
    }
}
