package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of one store that no one uses at the moment, kept with their prepared statements. All stores of the process
 * together keep no more than {@link #MOST}: beyond that the one that was used least lately is closed, so that a thousand open
 * schools take no more descriptors and memory than a few. Thread-safe.
 */
final class IdleSessions {
    /** Three descriptors each, and a cache of up to 2 MB, of a writer 8. */
    static final int MOST = 64;

    private static final Logger LOG = LoggerFactory.getLogger(IdleSessions.class);

    /** Of all stores, the least lately used first. Its monitor guards what each store has of it, too. */
    private static final Map<Session, IdleSessions> ALL = new LinkedHashMap<>();

    private final Consumer<Session> leaving;
    private final Deque<Session> own = new ArrayDeque<>();
    private int closing;

    /** @param leaving is given a connection before it is closed to make room for another */
    IdleSessions(Consumer<Session> leaving) {
        this.leaving = leaving;
    }

    /** The one that was used last; {@code null} if there is none. */
    @Nullable
    Session take() {
        synchronized (ALL) {
            Session last = own.pollLast();
            if (last != null) ALL.remove(last);
            return last;
        }
    }

    /** Keeps a connection for later, outside any transaction. */
    void keep(Session session) {
        Session eldest;
        IdleSessions its;
        synchronized (ALL) {
            own.addLast(session);
            ALL.put(session, this);
            if (ALL.size() <= MOST) return;
            eldest = ALL.keySet().iterator().next();
            its = Objects.requireNonNull(ALL.remove(eldest));
            its.own.remove(eldest);
            its.closing++;
        }
        try {
            its.leave(eldest);
        } finally {
            synchronized (ALL) {
                its.closing--;
                ALL.notifyAll();
            }
        }
    }

    private void leave(Session session) {
        try {
            leaving.accept(session);
        } finally {
            discard(session);
        }
    }

    /** Closes those of this store; once this returns, none is open. */
    void close() {
        List<Session> left;
        synchronized (ALL) {
            left = new ArrayList<>(own);
            own.clear();
            left.forEach(ALL::remove);
            closing++;
        }
        try {
            left.forEach(IdleSessions::discard);
        } finally {
            synchronized (ALL) {
                closing--;
                ALL.notifyAll();
            }
        }
        awaitClosing();
    }

    private void awaitClosing() {
        boolean interrupted = false;
        synchronized (ALL) {
            while (closing > 0) {
                try {
                    ALL.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("a connection did not close: {}", e.getMessage());
        }
    }
}
