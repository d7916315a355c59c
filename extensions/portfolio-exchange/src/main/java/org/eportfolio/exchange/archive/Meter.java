package org.eportfolio.exchange.archive;

import org.eportfolio.ProgressListener;

/** Counts bytes and asks whether to go on, every so often. */
final class Meter {
    private static final long STEP = 1 << 15;

    private final ProgressListener progress;
    private long total = -1;
    private long done;
    private long reported = -STEP;

    Meter(ProgressListener progress) {
        this.progress = progress;
    }

    void expect(long bytes) {
        total = bytes;
    }

    /** Reports the end, when there is nothing left to cancel. */
    void over() {
        if (total >= 0) progress.goOn(total, total);
    }

    void did(long bytes) {
        done += bytes;
        if (done - reported < STEP) return;
        reported = done;
        progress.at(total < 0 ? done : Math.min(done, total), total);
    }
}
