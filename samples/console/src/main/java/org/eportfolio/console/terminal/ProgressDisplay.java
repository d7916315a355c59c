package org.eportfolio.console.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is; drawn only on a terminal. */
public final class ProgressDisplay implements AutoCloseable {
    private static final int COLUMNS = 78;

    private final @Nullable ProgressBar drawn;

    public ProgressDisplay(String task, long total, Screen screen) {
        drawn = screen.rich()
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new ConsoleProgressBarConsumer(screen.margin(), COLUMNS))
                        .build()
                : null;
    }

    public void at(long done) {
        if (drawn != null) drawn.stepTo(done);
    }

    /** @param total -1 while it is not known */
    public void at(long done, long total) {
        if (drawn != null) drawn.maxHint(total).stepTo(done);
    }

    @Override
    public void close() {
        if (drawn != null) drawn.close();
    }
}
