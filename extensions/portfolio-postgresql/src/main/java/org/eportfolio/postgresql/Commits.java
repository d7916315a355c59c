package org.eportfolio.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.GroupCommit;
import org.eportfolio.spi.GroupCommit.Waiting;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The commits of one school in this process. Those that arrive together share one statement, one transaction and one
 * connection: the thread that gets the turn leads for all that wait, so that a school needs one connection to write,
 * however many threads do. There is no thread of its own. Other processes are kept apart by the lock on the school's row.
 */
final class Commits {
    private static final int MOST_TRIES = 20;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 250_000_000;

    private final Database database;
    private final UUID school;
    private final long patienceNanos;
    private final GroupCommit commits = new GroupCommit(Integer.MAX_VALUE, this::lead);

    Commits(Database database, UUID school, PostgresOptions options) {
        this.database = database;
        this.school = school;
        this.patienceNanos = options.patience().toNanos();
    }

    /** Makes the change, alone or together with those of other threads. An interrupt is kept for later. */
    void commit(Change change) {
        Group.requireFollowing(change);
        Group.requireKeepable(change);
        commits.commit(change);
    }

    /** Runs the work while no other thread of this process writes. */
    <T> T alone(Supplier<T> work) {
        return commits.alone(work);
    }

    void refuseReentry() {
        commits.refuseReentry();
    }

    private void lead(List<Waiting> all) {
        Deque<Waiting> left = new ArrayDeque<>(all);
        while (!left.isEmpty()) {
            Group group = new Group();
            left.removeIf(group::take);
            make(group);
        }
    }

    /** Settles each change of the group. */
    private void make(Group group) {
        try {
            Applying.Answer answer = send(group);
            List<Waiting> rest = new ArrayList<>();
            for (Waiting each : group.changes()) {
                if (answer.done()) each.settle();
                else if (!refused(each, answer)) rest.add(each);
            }
            again(rest);
        } catch (RuntimeException | Error e) {
            // One of them may be at fault; alone, each gets its own answer.
            if (group.changes().size() == 1 || e instanceof Error || isForAll(e)) {
                group.changes().forEach(each -> each.settle(e));
            } else {
                group.changes().forEach(each -> again(List.of(each)));
            }
        }
    }

    /** What has nothing to do with one of them: whether the group was written is not known, or no connection was had. */
    private static boolean isForAll(Throwable e) {
        return e instanceof CommitUnknownException
                || (e instanceof StorageException storage
                        && storage.reason().key().equals("storage.unreachable"));
    }

    private void again(List<Waiting> changes) {
        if (changes.isEmpty()) return;
        Group rest = new Group();
        changes.forEach(rest::take);
        make(rest);
    }

    private static boolean refused(Waiting waiting, Applying.Answer answer) {
        Change change = waiting.change();
        for (Map.Entry<Scope, Head> basis : change.basis().entrySet()) {
            Head actual = answer.stale().get(basis.getKey());
            if (actual != null) {
                waiting.settle(new StaleException(basis.getKey(), basis.getValue(), actual));
                return true;
            }
        }
        if (answer.missing() != null && change.contents().contains(answer.missing())) {
            waiting.settle(new MissingContentException(answer.missing()));
            return true;
        }
        return false;
    }

    /**
     * Sends the group until there is an answer. Sending it twice is harmless where it has entries: the second finds the
     * heads moved, by the first, which is recognised by its hashes.
     */
    private Applying.Answer send(Group group) {
        long end = System.nanoTime() + patienceNanos;
        SQLException lost = null;
        for (int attempt = 0; ; attempt++) {
            try {
                Handle handle = database.take();
                try {
                    Applying.Answer answer = applied(handle, group);
                    if (lost != null && !answer.done() && isThere(handle, group)) return Applying.Answer.DONE;
                    return answer;
                } finally {
                    Database.giveBack(handle);
                }
            } catch (SQLException e) {
                if (e instanceof Sent sent && Failures.lost(sent.cause)) {
                    lost = sent.cause;
                    if (group.entries().isEmpty()) throw Failures.unknown(lost);
                } else if (lost == null && !(e instanceof Sent sent && mayTryAgain(sent, attempt))) {
                    throw Failures.of(e);
                }
                if (lost != null && System.nanoTime() - end > 0) throw Failures.unknown(lost);
            }
            pause(attempt);
        }
    }

    private static boolean mayTryAgain(Sent sent, int attempt) {
        return Failures.inTheWay(sent.cause) && attempt < MOST_TRIES;
    }

    /** Thrown from the moment at which the database may have got the change. */
    private static final class Sent extends SQLException {
        private static final long serialVersionUID = 1;

        private final SQLException cause;

        Sent(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
            this.cause = cause;
        }
    }

    private Applying.Answer applied(Handle handle, Group group) throws SQLException {
        Connection connection = handle.getConnection();
        try {
            Applying.Answer answer = Applying.apply(connection, school, group);
            if (!connection.getAutoCommit()) connection.commit();
            return answer;
        } catch (SQLException e) {
            undo(connection);
            throw new Sent(e);
        }
    }

    private static void undo(Connection connection) {
        try {
            if (!connection.getAutoCommit()) connection.rollback();
        } catch (SQLException lost) {
            // There is nothing to undo on it.
        }
    }

    /** Whether the group's own entries stand in the chains; all of them came in one transaction, so one is enough. */
    private boolean isThere(Handle handle, Group group) throws SQLException {
        Entry own = group.entries().get(0);
        try {
            return Database.transaction(handle, looking -> {
                if (database.guarded()) Database.name(looking, school);
                return looking.createQuery("SELECT count(*) FROM portfolio.entry"
                                + " WHERE school = ? AND scope = ? AND number = ? AND hash = ?")
                        .bind(0, school)
                        .bind(1, own.scope().id())
                        .bind(2, own.number())
                        .bind(3, own.hash().bytes())
                        .mapTo(Long.class)
                        .one()
                        .equals(1L);
            });
        } catch (JdbiException e) {
            SQLException cause = Failures.sql(e);
            if (cause == null) throw Failures.of(e);
            throw cause;
        }
    }

    /** Longer each time, and never the same for two that wait for each other. */
    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 10));
        LockSupport.parkNanos(1 + ThreadLocalRandom.current().nextLong(most));
    }
}
