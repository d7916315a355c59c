package org.eportfolio;

/**
 * Follows long work. A host implements it; called on the thread of the call, often, so it must be quick and must not call
 * the portfolio. It cannot end the work: interrupting the thread does.
 */
@FunctionalInterface
public interface WorkProgress {
    /** Follows nothing. */
    WorkProgress NONE = (done, total) -> {};

    /**
     * Reports progress.
     *
     * @param done how many steps are done; never fewer than before
     * @param total of how many, as counted in the beginning: others may have added some since
     */
    void at(long done, long total);
}
