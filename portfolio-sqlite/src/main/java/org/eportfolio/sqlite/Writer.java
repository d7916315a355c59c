package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.GroupCommit;
import org.eportfolio.spi.GroupCommit.Waiting;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.StaleException;

/**
 * The one connection that writes, opened when it is needed, and whose turn it is. Commits that arrive together share one transaction
 * and so one sync of the disk.
 */
final class Writer implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;

    private final GroupCommit commits = new GroupCommit(LARGEST_GROUP, this::lead);
    private final Opening opening;
    private final IdleSessions idle;
    private final KindNumbers kinds;
    private final Checkpoints checkpoints;
    private final Failures failures;
    private boolean closed;

    Writer(Opening opening, KindNumbers kinds, Checkpoints checkpoints, Failures failures) {
        this.opening = opening;
        this.idle = new IdleSessions(opening::leave);
        this.kinds = kinds;
        this.checkpoints = checkpoints;
        this.failures = failures;
    }

    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /** Takes over the connection that writes, which no one uses. */
    void keep(Session session) {
        idle.keep(session);
    }

    /** The connection that writes, for the thread that has the turn; to be given back to {@link #idle}. */
    private Session session() throws SQLException {
        Session kept = idle.take();
        return kept != null ? kept : opening.writerAgain();
    }

    /** Makes the change, durably, alone or together with those of other threads. An interrupt is kept for later. */
    void commit(Change change) {
        commits.commit(change);
    }

    /** Runs the work with the writing connection, while no one else writes; it begins its own transactions. */
    <T> T alone(Work<T> work) {
        return commits.alone(() -> {
            try {
                if (closed) throw Failures.closed();
                Session session = session();
                try {
                    return work.run(session);
                } finally {
                    session.chains().forget();
                    checkpoints.consider(session);
                    idle.keep(session);
                }
            } catch (SQLException e) {
                throw failures.of(e);
            }
        });
    }

    /** Waits for running commits; those still waiting are refused, and so are all that come. */
    void stop() {
        commits.alone(() -> closed = true);
    }

    /** Lets go of the connection once it is stopped; the last one to go empties the log. */
    @Override
    public void close() {
        idle.close();
    }

    /** Asks that what was just erased leave the log too. */
    void erased() {
        alone(session -> {
            checkpoints.erased();
            return true;
        });
    }

    void refuseReentry() {
        commits.refuseReentry();
    }

    private void lead(List<Waiting> group) {
        if (closed) {
            group.forEach(each -> each.settle(Failures.closed()));
            return;
        }
        try {
            commitAll(group);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    private void commitAll(List<Waiting> group) throws SQLException {
        Session session = session();
        try {
            commit(group, session, session.chains());
            checkpoints.committed(session);
        } finally {
            idle.keep(session);
        }
    }

    private void commit(List<Waiting> group, Session session, Chains chains) {
        boolean begun = false;
        Map<Waiting, StaleException> stale = new IdentityHashMap<>();
        try {
            session.begin("BEGIN IMMEDIATE");
            begun = true;
            chains.begin();
            Records records = new Records(session, kinds);
            for (Waiting each : group) {
                try {
                    chains.check(each.change());
                } catch (StaleException e) {
                    stale.put(each, e);
                    continue;
                }
                apply(each.change(), records, session, chains);
            }
            chains.flush();
            session.commit();
            kinds.remember(records.newKinds());
        } catch (SQLException | RuntimeException | Error e) {
            session.rollback();
            chains.forget();
            if (!begun || group.size() == 1) {
                for (Waiting each : group) each.settle(e instanceof SQLException sql ? failures.of(sql) : e);
            } else {
                // One of them is at fault; alone, each gets its own answer.
                for (Waiting each : group) commit(List.of(each), session, chains);
            }
            return;
        }
        for (Waiting each : group) {
            StaleException refused = stale.get(each);
            if (refused != null) {
                each.settle(refused);
                continue;
            }
            if (!each.change().removes().isEmpty()) checkpoints.erased();
            each.settle();
        }
    }

    private static void apply(Change change, Records records, Session session, Chains chains) throws SQLException {
        Contents.require(session, change.contents());
        for (RowName name : change.removes()) {
            records.remove(name, chains);
        }
        for (Row row : change.puts()) {
            records.put(chains.keyOrNew(row.scope()), records.kindOrNew(row.kind()), row);
        }
        for (Entry entry : change.entries()) {
            chains.advance(entry);
            records.append(chains.keyOrNew(entry.scope()), chains.nextPosition(), entry);
        }
        for (IndexedRow each : change.indexed()) records.index(each, chains);
    }
}
