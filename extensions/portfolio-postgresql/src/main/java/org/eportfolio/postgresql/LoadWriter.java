package org.eportfolio.postgresql;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes the batches of one load on a thread of its own, one after the other, so that the caller makes the next one while the
 * database takes in the one before. Used by one thread. An interrupt does not end
 * the wait for a batch; it is kept for afterwards.
 */
final class LoadWriter implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "portfolio-load");
        made.setDaemon(true);
        return made;
    });
    private @Nullable Future<Boolean> writing;

    interface Batch {
        void write() throws SQLException;
    }

    /** Begins with a batch once the one before is written; throws why that could not be. */
    void write(Batch batch) throws SQLException {
        await();
        writing = thread.submit(() -> {
            batch.write();
            return true;
        });
    }

    /** Waits for the batch that was begun, and throws why it could not be written. */
    void await() throws SQLException {
        Future<Boolean> begun = writing;
        writing = null;
        if (begun == null) return;
        try {
            uninterrupted(begun);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException failure) throw failure;
            if (cause instanceof RuntimeException refusal) throw refusal;
            if (cause instanceof Error error) throw error;
            throw new IllegalStateException(cause);
        }
    }

    private static void uninterrupted(Future<Boolean> begun) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    begun.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Nothing is on its way any more; how it ended matters to no one who has not asked. */
    @Override
    public void close() {
        try {
            await();
        } catch (SQLException | RuntimeException unasked) {
            // The load failed already, or is about to say so.
        } finally {
            thread.shutdown();
        }
    }
}
