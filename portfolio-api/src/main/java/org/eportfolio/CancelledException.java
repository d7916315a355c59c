package org.eportfolio;

/**
 * Long work was cancelled: its thread was interrupted, or its progress listener asked for it. Nothing of it was written, and no
 * file of it is left. A thread that was interrupted still is, as the Java platform has it; clear it with
 * {@link Thread#interrupted()} before it goes on.
 *
 * <p>Loads, imports, exports, verifications and checks look between one piece of work (a few hundred learners or rows, a
 * part of a file) and the next, backups and compactions as often as their store can; what is being committed is committed.
 * Everything else runs to its end.
 */
public final class CancelledException extends PortfolioException {
    private static final long serialVersionUID = 1;

    public CancelledException() {
        super(Message.of("cancelled"), null);
    }

    /**
     * For long work, also that of formats: ends it when the current thread was interrupted.
     *
     * @throws CancelledException if it was; it stays interrupted
     */
    public static void ifInterrupted() {
        if (Thread.currentThread().isInterrupted()) throw new CancelledException();
    }
}
