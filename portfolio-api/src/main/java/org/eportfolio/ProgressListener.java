package org.eportfolio;

/**
 * Follows long work, such as an import, an export or a check of all journals, and can end it. A host implements it; called
 * on the thread of the call, often, so it must be quick and must not call the portfolio.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Follows nothing and never cancels. */
    ProgressListener NONE = (done, total) -> true;

    /**
     * Reports progress.
     *
     * @param done in the unit of the work: items, bytes or steps; never less than before
     * @param total in the same unit, as counted in the beginning, perhaps only about: others may have added some since; -1
     *     while it is not known
     * @return false to cancel with a {@link CancelledException}, as interrupting the thread does; nothing half done stays
     *     behind then
     */
    boolean goOn(long done, long total);

    /**
     * For the library and for formats: reports progress and ends the work when it is cancelled.
     *
     * @throws CancelledException when {@link #goOn} says so, or the thread was interrupted
     */
    default void at(long done, long total) {
        CancelledException.ifInterrupted();
        if (!goOn(done, total)) throw new CancelledException();
    }

    /**
     * For the library and for stores: follows a part of the work, whatever its own unit, as progress of the whole.
     *
     * @param before how much of the whole is done when the part begins
     * @param length how much of the whole the part is
     * @param total of the whole
     */
    default ProgressListener part(long before, long length, long total) {
        return (done, of) -> {
            double share = of <= 0 ? 0 : Math.min(1, (double) done / of);
            return goOn(before + (long) (length * share), total);
        };
    }
}
