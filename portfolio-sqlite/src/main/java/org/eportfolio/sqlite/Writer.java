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
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes, opened when it is needed, and whose turn it is. Commits that arrive together share one transaction and so one
 * sync of the disk: the thread that gets the turn leads and commits for all that wait. There is no thread of its own.
 */
final class Writer implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;
    /** How many groups one thread leads before it goes back to its own affairs. */
    private static final int MOST_GROUPS = 8;

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final Opening opening;
    private final IdleSessions idle;
    private final KindNumbers kinds;
    private final Checkpoints checkpoints;
    private final Failures failures;
    private @Nullable Chains chains;
    private boolean closed;

    Writer(Opening opening, KindNumbers kinds, Checkpoints checkpoints, Failures failures) {
        this.opening = opening;
        this.idle = new IdleSessions(opening);
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

    /** What is known from commit to commit, as long as it is the same connection. */
    private Chains chains(Session session) {
        Chains known = chains;
        if (known == null || !known.isOf(session)) known = new Chains(session);
        chains = known;
        return known;
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
            Session session = session();
            try {
                return work.run(session);
            } finally {
                chains(session).forget();
                checkpoints.consider(session);
                idle.keep(session);
            }
        } catch (SQLException e) {
            throw failures.of(e);
        } finally {
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
            else commitAll(group);
        } catch (SQLException e) {
            group.forEach(each -> each.settle(failures.of(e)));
        } catch (Throwable e) {
            group.forEach(each -> each.settle(e));
        }
    }

    private void commitAll(List<Ticket> group) throws SQLException {
        Session session = session();
        try {
            commit(group, session, chains(session));
            checkpoints.committed(session);
        } finally {
            idle.keep(session);
        }
    }

    private void commit(List<Ticket> group, Session session, Chains chains) {
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
                apply(ticket.change(), records, session, chains);
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
                for (Ticket ticket : group) commit(List.of(ticket), session, chains);
            }
            return;
        }
        for (Ticket ticket : group) {
            if (!ticket.change().removes().isEmpty()) checkpoints.erased();
            ticket.settle();
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
