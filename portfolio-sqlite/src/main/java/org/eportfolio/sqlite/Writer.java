package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.StaleException;

/**
 * The one connection that writes, and whose turn it is. Commits that arrive together share one transaction and so one
 * sync of the disk: the thread that gets the turn leads and commits for all that wait. There is no thread of its own.
 */
final class Writer implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;
    /** How many groups one thread leads before it goes back to its own affairs. */
    private static final int MOST_GROUPS = 8;

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
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
        refuseReentry();
        Ticket ticket = new Ticket(change);
        waiting.add(ticket);
        boolean interrupted = false;
        while (!ticket.settled()) {
            // Those who need the turn for themselves go first, or a stream of commits would never let them in.
            if (!turn.hasQueuedThreads() && turn.tryLock()) {
                try {
                    // And for those who came meanwhile, too: until one of them wakes up, no one would write.
                    for (int i = 0; i < MOST_GROUPS && isWanted(); i++) lead();
                } finally {
                    pass();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        ticket.outcome();
    }

    /** Runs the work with the writing connection, while no one else writes; it begins its own transactions. */
    <T> T alone(Work<T> work) {
        refuseReentry();
        turn.lock();
        try {
            if (closed) throw Failures.closed();
            return work.run(session);
        } catch (SQLException e) {
            throw failures.of(e);
        } finally {
            chains.forget();
            if (!closed) checkpoints.consider(session);
            pass();
        }
    }

    /** Waits for running commits; those still waiting are refused, and so are all that come. */
    void stop() {
        refuseReentry();
        turn.lock();
        closed = true;
        pass();
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
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("the iterator given to load must not write to the same store");
        }
    }

    /** Gives up the turn. A thread that failed to get it is in the queue by now, so none sleeps on. */
    private void pass() {
        turn.unlock();
        Ticket next = waiting.peek();
        if (next != null) LockSupport.unpark(next.thread());
    }

    private boolean isWanted() {
        return !waiting.isEmpty() && !turn.hasQueuedThreads();
    }

    private void lead() {
        List<Ticket> group = new ArrayList<>();
        while (group.size() < LARGEST_GROUP) {
            Ticket next = waiting.poll();
            if (next == null) break;
            group.add(next);
        }
        try {
            if (closed) group.forEach(each -> each.settle(Failures.closed()));
            else commit(group);
        } catch (Throwable e) {
            group.forEach(each -> each.settle(e));
        }
        if (!closed) checkpoints.committed(session);
    }

    private void commit(List<Ticket> group) {
        boolean begun = false;
        try {
            session.begin("BEGIN IMMEDIATE");
            begun = true;
            chains.begin();
            Records records = new Records(session, kinds);
            for (Ticket ticket : group) {
                try {
                    chains.check(ticket.change());
                    ticket.noteStale(null);
                } catch (StaleException e) {
                    ticket.noteStale(e);
                    continue;
                }
                apply(ticket.change(), records);
            }
            chains.flush();
            session.commit();
            kinds.remember(records.newKinds());
        } catch (SQLException | RuntimeException | Error e) {
            session.rollback();
            chains.forget();
            if (!begun || group.size() == 1) {
                for (Ticket ticket : group) ticket.settle(e instanceof SQLException sql ? failures.of(sql) : e);
            } else {
                // One of them is at fault; alone, each gets its own answer.
                for (Ticket ticket : group) commit(List.of(ticket));
            }
            return;
        }
        for (Ticket ticket : group) {
            if (!ticket.change().removes().isEmpty()) checkpoints.erased();
            ticket.settle();
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
