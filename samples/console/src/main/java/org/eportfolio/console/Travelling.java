package org.eportfolio.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eportfolio.exchange.Progress;

/**
 * A long export or import that somebody watches and may interrupt: Ctrl-C cancels it, and the program ends once what was
 * begun has been cleared away.
 */
final class Travelling implements Progress, AutoCloseable {
    private static final long LONGEST_CLEARING_SECONDS = 60;

    private final Bar bar;
    private final Runnable farewell;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread interrupted = new Thread(this::cancel, "interrupted");
    private volatile boolean cancelled;

    Travelling(String task, Console console) {
        bar = new Bar(console.texts().say(task), -1, console.screen());
        farewell = () -> console.screen().complaint(console.texts().say("failed.cancelled"));
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    private void cancel() {
        cancelled = true;
        try {
            // The program is over when this returns: not before the caller has cleared away what it had begun.
            if (over.await(LONGEST_CLEARING_SECONDS, TimeUnit.SECONDS)) farewell.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean goOn(long done, long total) {
        bar.at(done, total);
        return !cancelled;
    }

    @Override
    public void close() {
        bar.close();
        over.countDown();
        if (cancelled) return;
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has run or runs.
            cancelled = true;
        }
    }
}
