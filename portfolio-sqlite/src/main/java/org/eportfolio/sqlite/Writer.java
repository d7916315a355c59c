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
 * The one connection that writes, and whose turn it is. Commits that arrive together share one transaction and so one
 * sync of the disk.
 */
final class Writer implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;

    private final GroupCommit commits = new GroupCommit(LARGEST_GROUP, this::lead);
    private final Session session;
    private final Chains chains;
    private final KindNumbers kinds;
    private final Checkpoints checkpoints;
    private final Failures failures;
    private boolean closed;

    Writer(Session session, KindNumbers kinds, Checkpoints checkpoints, Failures failures) {
        this.session = session;
        this.chains = new Chains(session);
        this.kinds = kinds;
        this.checkpoints = checkpoints;
        this.failures = failures;
    }

    interface Work<T> {
        T run(Session session) throws SQLException;
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
                return work.run(session);
            } catch (SQLException e) {
                throw failures.of(e);
            } finally {
                chains.forget();
                if (!closed) checkpoints.consider(session);
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
        failures.translated(() -> {
            session.close();
            return true;
        });
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
            commit(group);
        } finally {
            checkpoints.committed(session);
        }
    }

    private void commit(List<Waiting> group) {
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
                apply(each.change(), records);
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
                for (Waiting each : group) commit(List.of(each));
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

    private void apply(Change change, Records records) throws SQLException {
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
