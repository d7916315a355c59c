package org.eportfolio.postgresql;

import org.eportfolio.ProgressListener;

/** Counts bytes and tells a listener of them, every so often. For one thread. */
final class Meter {
    private static final long EVERY = 64 << 10;

    private final ProgressListener progress;
    private final long total;
    private long done;
    private long told = -EVERY;

    /** @param total perhaps only about; more than that is not told */
    Meter(ProgressListener progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** @throws org.eportfolio.CancelledException if the work is to end */
    void add(long bytes) {
        done += bytes;
        if (done - told < EVERY) return;
        told = done;
        progress.at(Math.min(done, total), total);
    }

    /** Tells the end, when there is nothing left to cancel. */
    void end() {
        progress.goOn(total, total);
    }
}
