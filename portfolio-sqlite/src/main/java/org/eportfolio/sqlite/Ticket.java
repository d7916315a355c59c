package org.eportfolio.sqlite;

import java.util.concurrent.locks.LockSupport;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.StaleException;
import org.jspecify.annotations.Nullable;

/** One thread's change on its way through a group commit. Written by the leader, read by its thread once settled. */
final class Ticket {
    private final Change change;
    private final Thread thread = Thread.currentThread();
    private @Nullable Throwable failure;
    private volatile boolean settled;

    Ticket(Change change) {
        this.change = change;
    }

    Change change() {
        return change;
    }

    Thread thread() {
        return thread;
    }

    boolean settled() {
        return settled;
    }

    /** Notes whether the change is stale; when its group has to be tried again, it may find otherwise. */
    void noteStale(@Nullable StaleException stale) {
        failure = stale;
    }

    /** Lets the thread know that its change is committed, or was refused. */
    void settle() {
        settled = true;
        LockSupport.unpark(thread);
    }

    /** Lets the thread know that its change failed; does nothing if it has its answer already. */
    void settle(Throwable cause) {
        if (settled) return;
        failure = cause;
        settle();
    }

    void outcome() {
        if (failure instanceof RuntimeException exception) throw exception;
        if (failure instanceof Error error) throw error;
    }
}
