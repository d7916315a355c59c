package org.eportfolio.exchange;

import org.eportfolio.CancelledException;

/**
 * Follows a long import or export, and can end it. A host implements it; called on the thread of the call, often, so it
 * must be quick.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Follows nothing and never cancels. */
    ProgressListener NONE = (done, total) -> true;

    /**
     * Reports progress.
     *
     * @param done in the format's own unit: items or bytes
     * @param total in the same unit; -1 while it is not known
     * @return false to cancel with a {@link CancelledException}, as interrupting the thread does; nothing half done stays
     *     behind then
     */
    boolean goOn(long done, long total);

    /**
     * For formats: reports progress and ends the work when it is cancelled.
     *
     * @throws CancelledException when {@link #goOn} says so, or the thread was interrupted
     */
    default void at(long done, long total) {
        CancelledException.ifInterrupted();
        if (!goOn(done, total)) throw new CancelledException();
    }
}
