package org.eportfolio.console.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eportfolio.ProgressListener;
import org.eportfolio.console.terminal.ProgressDisplay;

/**
 * Long work that shows its progress and can be cancelled: Ctrl-C interrupts its thread, and the program ends once what was
 * begun has been cleared away.
 */
public final class CancellableTask implements ProgressListener, AutoCloseable {
    private static final long LONGEST_CLEARING_SECONDS = 60;
    private static final long PAUSE_MILLIS = 200;

    private final boolean drawn;
    private final ProgressDisplay bar;
    private final Runnable farewell;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread interrupted = new Thread(this::cancel, "interrupted");
    private volatile boolean done;
    private long expected = -1;

    /** @param total -1 while it is not known */
    public CancellableTask(String task, long total, Session session) {
        drawn = session.screen().rich();
        bar = new ProgressDisplay(session.texts().say(task), total, session.screen());
        farewell = () -> session.screen().complaint(session.texts().say("failed.cancelled"));
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /**
     * Follows work that tells nothing by the bytes that it has written; on a terminal only.
     *
     * @param written how many bytes there are by now
     * @param total about how many there will be
     */
    public CancellableTask growing(LongSupplier written, long total) {
        if (!drawn) return this;
        expected = total;
        Thread watch = new Thread(() -> {
            try {
                while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    bar.at(Math.min(written.getAsLong(), total), total);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
        return this;
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
        if (expected >= 0) bar.at(expected, expected);
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
