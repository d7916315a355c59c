package org.eportfolio.postgresql;

import java.util.concurrent.locks.LockSupport;
import org.eportfolio.spi.Change;
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

    /** Lets the thread know that its change is committed. */
    void settle() {
        settled = true;
        LockSupport.unpark(thread);
    }

    /** Lets the thread know why its change is not committed; does nothing if it has its answer already. */
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
