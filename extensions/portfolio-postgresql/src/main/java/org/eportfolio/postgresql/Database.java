package org.eportfolio.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's pool. A connection is taken for one statement or one transaction and goes back as it came: nothing is left in
 * the session, so that a pooler may hand it to another client after each transaction. Thread-safe.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Jdbi jdbi;
    private volatile boolean guarded;

    Database(DataSource source) {
        this.jdbi = Jdbi.create(source);
    }

    interface Work<T> {
        T with(Handle handle) throws SQLException;
    }

    /** Whether row-level security holds, so that each transaction has to say whose it is. */
    boolean guarded() {
        return guarded;
    }

    void noteGuard(boolean there) {
        guarded = there;
    }

    /** Takes a connection; it is the caller's to close. */
    Handle take() throws SQLException {
        try {
            return jdbi.open();
        } catch (RuntimeException e) {
            SQLException cause = Failures.sql(e);
            if (cause == null) throw e;
            throw cause;
        }
    }

    /** A connection that fails while it is given back was lost: the pool finds out, and what was answered stays answered. */
    static void giveBack(Handle handle) {
        try {
            handle.close();
        } catch (JdbiException lost) {
            LOG.debug("a connection was lost when it was given back: {}", lost.getMessage());
        }
    }

    /** Work of one statement, which is a transaction by itself. */
    <T> T single(Work<T> work) {
        return Failures.translated(() -> {
            Handle handle = take();
            try {
                T result = work.with(handle);
                if (!handle.getConnection().getAutoCommit())
                    handle.getConnection().commit();
                return result;
            } finally {
                giveBack(handle);
            }
        });
    }

    /** Work of several statements, all of it or nothing. */
    <T> T transaction(Work<T> work) {
        return Failures.translated(() -> {
            Handle handle = take();
            try {
                return transaction(handle, work);
            } finally {
                giveBack(handle);
            }
        });
    }

    /** The same for one school, which the transaction names where row-level security asks for it. */
    <T> T transaction(UUID school, Work<T> work) {
        return transaction(handle -> {
            if (guarded) name(handle, school);
            return work.with(handle);
        });
    }

    /** Work that reads one school as it is at one moment. */
    <T> T snapshot(UUID school, Work<T> work) {
        return transaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            if (guarded) name(handle, school);
            return work.with(handle);
        });
    }

    /** Work of one statement for one school. */
    <T> T single(UUID school, Work<T> work) {
        return guarded ? transaction(school, work) : single(work);
    }

    static void name(Handle handle, UUID school) {
        handle.createQuery("SELECT set_config('portfolio.school', ?, true)")
                .bind(0, school.toString())
                .mapTo(String.class)
                .one();
    }

    static <T> T transaction(Handle handle, Work<T> work) throws SQLException {
        Connection connection = handle.getConnection();
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.with(handle);
            connection.commit();
            done = true;
            return result;
        } finally {
            end(connection, before, done);
        }
    }

    /** Undoes what was not committed and leaves the connection as it came; one that is lost has nothing to undo. */
    static void end(Connection connection, boolean autoCommit, boolean committed) {
        try {
            if (!committed) connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException lost) {
            // The pool finds out; what matters was thrown before.
        }
    }
}
