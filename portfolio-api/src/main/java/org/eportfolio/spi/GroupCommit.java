package org.eportfolio.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Group commit for a store with one place to write: changes that arrive together share a transaction, and so one sync of the
 * disk. The thread that gets the turn leads, and commits for all that wait; there is no thread of its own. A store may use it or
 * write otherwise.
 *
 * <pre>{@code
 * GroupCommit commits = new GroupCommit(256, this::commit);
 *
 * public void commit(Change change) {
 *     commits.commit(change);
 * }
 *
 * private void commit(List<GroupCommit.Waiting> group) {
 *     // one transaction; then settle() each, or settle(cause)
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class GroupCommit {
    /** How many groups one thread leads before it goes back to its own affairs. */
    private static final int MOST_GROUPS = 8;

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final int largestGroup;
    private final Leader leader;

    /** @param largestGroup how many changes the leader gets at the most, at least 1 */
    public GroupCommit(int largestGroup, Leader leader) {
        if (largestGroup < 1) throw new IllegalArgumentException("largestGroup must be at least 1: " + largestGroup);
        this.largestGroup = largestGroup;
        this.leader = Objects.requireNonNull(leader, "leader");
    }

    /** Commits for all that wait; called by one thread at a time. */
    @FunctionalInterface
    public interface Leader {
        /**
         * Makes the changes, or refuses some, and settles each. What it throws is the answer to those that it has not settled.
         *
         * @param group in the order in which they came, at least one
         */
        void commit(List<Waiting> group);
    }

    /** One thread's change, and its answer. Settled by the leader, whichever thread that is. */
    public static final class Waiting {
        private final Change change;
        private final Thread thread = Thread.currentThread();
        private @Nullable Throwable failure;
        private volatile boolean settled;

        private Waiting(Change change) {
            this.change = change;
        }

        /** What is to be committed. */
        public Change change() {
            return change;
        }

        /** The change is committed; without effect if it has its answer already. */
        public void settle() {
            if (settled) return;
            settled = true;
            LockSupport.unpark(thread);
        }

        /** The change is not committed; without effect if it has its answer already. */
        public void settle(Throwable cause) {
            if (settled) return;
            failure = Objects.requireNonNull(cause, "cause");
            settle();
        }

        private void outcome() {
            if (failure instanceof RuntimeException exception) throw exception;
            if (failure instanceof Error error) throw error;
            if (failure != null) throw new IllegalStateException(failure);
        }
    }

    /**
     * Makes the change, alone or together with those of other threads, and waits for its answer. An interrupt is kept for later.
     *
     * @throws RuntimeException what the leader settled it with
     * @throws IllegalStateException if this thread has the turn already
     */
    public void commit(Change change) {
        refuseReentry();
        Waiting own = new Waiting(Objects.requireNonNull(change, "change"));
        waiting.add(own);
        boolean interrupted = false;
        while (!own.settled) {
            // Threads that need the turn for themselves go first, or a stream of commits would never let them in.
            if (!turn.hasQueuedThreads() && turn.tryLock()) {
                try {
                    // Also for changes that came meanwhile: until one of their threads wakes up, no one would write.
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
        own.outcome();
    }

    /**
     * Runs the work while no change is committed. It waits for its turn before all changes that wait.
     *
     * @throws IllegalStateException if this thread has the turn already
     */
    public <T extends @Nullable Object> T alone(Supplier<T> work) {
        refuseReentry();
        turn.lock();
        try {
            return work.get();
        } finally {
            pass();
        }
    }

    /**
     * For calls that must not be made out of a load or another work that has the turn.
     *
     * @throws IllegalStateException if this thread has the turn
     */
    public void refuseReentry() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("the iterator given to load must not write to the same store");
        }
    }

    /** Gives up the turn. A thread that failed to get it is in the queue by now, so none sleeps on. */
    private void pass() {
        turn.unlock();
        Waiting next = waiting.peek();
        if (next != null) LockSupport.unpark(next.thread);
    }

    private boolean isWanted() {
        return !waiting.isEmpty() && !turn.hasQueuedThreads();
    }

    private void lead() {
        List<Waiting> group = new ArrayList<>();
        while (group.size() < largestGroup) {
            Waiting next = waiting.poll();
            if (next == null) break;
            group.add(next);
        }
        try {
            leader.commit(group);
            for (Waiting each : group) {
                if (!each.settled) each.settle(new IllegalStateException("the leader left a change without an answer"));
            }
        } catch (Throwable e) {
            group.forEach(each -> each.settle(e));
        }
    }
}
