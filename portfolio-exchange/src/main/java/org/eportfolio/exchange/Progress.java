package org.eportfolio.exchange;

import java.util.concurrent.CancellationException;

/**
 * Follows a long import or export, and can end it. A host implements it; called on the thread of the call, often, so it
 * must be quick.
 */
@FunctionalInterface
public interface Progress {
    /** Follows nothing and never cancels. */
    Progress NONE = (done, total) -> true;

    /**
     * Tells how far it is.
     *
     * @param done in the format's own unit: items or bytes
     * @param total in the same unit; -1 while it is not known
     * @return false to cancel; nothing half done stays behind then
     */
    boolean goOn(long done, long total);

    /** For formats: tells how far it is and ends the work when it is cancelled. */
    default void at(long done, long total) {
        if (!goOn(done, total)) throw new CancellationException("cancelled");
    }
}
