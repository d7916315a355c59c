package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that read, opened when they are needed and kept with their prepared statements. A read inside a read on the same thread sees
 * the outer one's snapshot, so it cannot wait for itself. Thread-safe.
 */
final class ReadConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadConnections.class);

    private final Opening opening;
    private final KindNumbers kinds;
    private final Failures failures;
    private final int number;
    private final Semaphore places;
    private final IdleSessions idle;

    @SuppressWarnings("ThreadLocalUsage") // each store has its own, and it is empty outside reads
    private final ThreadLocal<@Nullable SqliteView> current = new ThreadLocal<>();

    private volatile boolean closed;

    ReadConnections(Opening opening, int number, KindNumbers kinds, Failures failures) {
        this.opening = opening;
        this.idle = new IdleSessions(opening::leave);
        this.number = number;
        this.kinds = kinds;
        this.failures = failures;
        // Fair, so that a thread that asks for all places gets them once the reads that run now are over.
        this.places = new Semaphore(number, true);
    }

    <T> T read(Function<? super View, ? extends T> work) {
        return reading(work);
    }

    /** Like {@link #read}, with what only the store itself may ask. */
    <T> T reading(Function<? super SqliteView, ? extends T> work) {
        SqliteView outer = current.get();
        if (outer != null) return work.apply(outer);
        refuseClosed();
        SqliteView view = new SqliteView(this, kinds, failures);
        current.set(view);
        try {
            return work.apply(view);
        } finally {
            current.remove();
            view.end();
        }
    }

    /** One statement of the store's own, which needs no transaction to see one state of the file. */
    <T> T atOnce(Statement<T> statement) {
        SqliteView outer = current.get();
        if (outer != null) return outer.whileOpen(() -> statement.in(outer.session()));
        return failures.translated(() -> {
            Session session = lend();
            boolean answered = false;
            try {
                T answer = statement.in(session);
                answered = true;
                return answer;
            } finally {
                takeBack(session, answered);
            }
        });
    }

    interface Statement<T> {
        T in(Session session) throws SQLException;
    }

    /** Takes over a connection that reads, which no one uses. */
    void keep(Session session) {
        idle.keep(session);
    }

    /** A connection for one thread, when there is a place for it; to be given back. */
    Session lend() throws SQLException {
        places.acquireUninterruptibly();
        boolean lent = false;
        try {
            refuseClosed();
            Session kept = idle.take();
            Session session = kept != null ? kept : opening.reader();
            lent = true;
            return session;
        } finally {
            if (!lent) places.release();
        }
    }

    /**
     * Ends the transaction of a connection.
     *
     * @param sound whether it may be lent again
     */
    void giveBack(Session session, boolean sound) {
        boolean ended = false;
        try {
            if (sound) session.commit();
            ended = sound;
        } catch (SQLException e) {
            LOG.warn("a reading connection is given up: {}", e.getMessage());
        } finally {
            takeBack(session, ended);
        }
    }

    private void takeBack(Session session, boolean sound) {
        try {
            if (sound) idle.keep(session);
            else IdleSessions.discard(session);
        } finally {
            places.release();
        }
    }

    /** Runs the work while no one reads; false if the reads that run now are not over in time. */
    boolean held(int patienceMs, BooleanSupplier work) {
        if (current.get() != null) return false;
        try {
            if (!places.tryAcquire(number, patienceMs, TimeUnit.MILLISECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            places.release(number);
        }
    }

    void refuseClosed() {
        if (closed) throw Failures.closed();
    }

    void refuseReentry() {
        if (current.get() != null) throw new IllegalStateException("a read cannot close the store it reads from");
    }

    /** Waits for the reads that run, then closes. */
    @Override
    public void close() {
        closed = true;
        places.acquireUninterruptibly(number);
        try {
            idle.close();
        } finally {
            places.release(number);
        }
    }
}
