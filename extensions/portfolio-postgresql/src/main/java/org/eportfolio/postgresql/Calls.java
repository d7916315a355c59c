package org.eportfolio.postgresql;

import java.util.function.Supplier;

/** Counts the calls that run, so that closing waits for them and refuses those that come. Thread-safe. */
final class Calls {
    private int running;
    private boolean closed;

    <T> T run(Supplier<T> call) {
        begin();
        try {
            return call.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (closed) throw Failures.closed();
        running++;
    }

    private synchronized void end() {
        running--;
        if (running == 0) notifyAll();
    }

    synchronized void refuseClosed() {
        if (closed) throw Failures.closed();
    }

    /** Waits for what runs; an interrupt is kept for later. */
    synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
