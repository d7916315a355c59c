package org.eportfolio.console.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eportfolio.ProgressListener;
import org.eportfolio.console.terminal.ProgressDisplay;

/**
 * Long work that shows its progress and can be cancelled: Ctrl-C interrupts its thread, and the program ends once what was
 * begun has been cleared away.
 */
public final class CancellableTask implements ProgressListener, AutoCloseable {
    private static final long LONGEST_CLEARING_SECONDS = 60;

    private final ProgressDisplay bar;
    private final Runnable farewell;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread interrupted = new Thread(this::cancel, "interrupted");
    private volatile boolean done;

    /** @param total -1 while it is not known */
    public CancellableTask(String task, long total, Session session) {
        this(task, total, session, "failed.cancelled");
    }

    /** @param cancelled what is said once it was cancelled */
    public CancellableTask(String task, long total, Session session, String cancelled) {
        bar = new ProgressDisplay(session.texts().say(task), total, session.screen());
        farewell = () -> session.screen().complaint(session.texts().say(cancelled));
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    private void cancel() {
        worker.interrupt();
        try {
            // The program is over when this returns: not before the caller has cleared away what it had begun.
            if (over.await(LONGEST_CLEARING_SECONDS, TimeUnit.SECONDS) && !done) farewell.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean goOn(long so, long total) {
        bar.at(so, total);
        return true;
    }

    /** Where the total is known from the beginning. */
    public void at(long so) {
        bar.at(so);
    }

    /** Marks the work as complete, so that closing it is no cancellation. */
    public void done() {
        done = true;
    }

    @Override
    public void close() {
        bar.close();
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has run or runs.
        }
    }
}
