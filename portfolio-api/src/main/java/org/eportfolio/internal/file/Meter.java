package org.eportfolio.internal.file;

import org.eportfolio.ProgressListener;

/** Counts bytes and asks whether to go on, every so often. For one thread. */
public final class Meter {
    private static final long STEP = 1 << 15;

    private final ProgressListener progress;
    private long total = -1;
    private long done;
    private long reported = -STEP;

    public Meter(ProgressListener progress) {
        this.progress = progress;
    }

    /** @param bytes perhaps only about; more than that is not told */
    public Meter(ProgressListener progress, long bytes) {
        this(progress);
        total = bytes;
    }

    /** How many bytes there will be in all. */
    public void expect(long bytes) {
        total = bytes;
    }

    /** Reports the end, when there is nothing left to cancel. */
    public void over() {
        if (total >= 0) progress.goOn(total, total);
    }

    /** @throws org.eportfolio.CancelledException if the work is to end */
    public void did(long bytes) {
        done += bytes;
        if (done - reported < STEP) return;
        reported = done;
        progress.at(total < 0 ? done : Math.min(done, total), total);
    }
}
