package org.eportfolio.core.internal.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers readings and writes them to the store's log many at a time, so that a reading costs little: once {@value #BATCH}
 * wait, when one comes more than a minute after the first that waits, before anyone asks, and on closing. Who reads the same
 * again within a minute, in the same role, is noted once. A crash loses what waits. A log that cannot be written to refuses no reading: that is logged, and what waits is tried again. Thread-safe.
 */
public final class AccessRecorder {
    /** So many readings are written at once. */
    static final int BATCH = 500;

    /** So many wait at most while the log cannot be written to. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(AccessRecorder.class);

    private final AccessLog log;
    private final Function<Instant, Instant> begins;
    private final ReentrantLock lock = new ReentrantLock();
    private List<LoggedReading> waiting = new ArrayList<>();
    private @Nullable Instant cleared;
    private final Set<NotedReading> lately = new HashSet<>();
    private Instant minute = Instant.EPOCH;

    /** @param begins from which instant on readings are kept, at a given one */
    public AccessRecorder(AccessLog log, Function<Instant, Instant> begins) {
        this.log = log;
        this.begins = begins;
    }

    void note(Set<NotedReading> readings, Instant now, Ids ids) {
        if (readings.isEmpty()) return;
        lock.lock();
        try {
            forget(now);
            for (NotedReading each : readings) {
                if (lately.add(each)) waiting.add(each.logged(ids.next(now.toEpochMilli()), now));
            }
            if (waiting.isEmpty()) return;
            boolean due = waiting.get(0).at().plus(LONGEST_WAIT).isBefore(now);
            if (waiting.size() >= BATCH || due) write(now);
        } finally {
            lock.unlock();
        }
    }

    /** A minute that is over, or so many readings in it that they would weigh on memory. */
    private void forget(Instant now) {
        boolean within = !now.isBefore(minute) && now.isBefore(minute.plus(LONGEST_WAIT));
        if (within && lately.size() < MOST_WAITING) return;
        lately.clear();
        minute = now;
    }

    private void write(Instant now) {
        try {
            if (!waiting.isEmpty()) log.add(List.copyOf(waiting));
            waiting = new ArrayList<>();
            if (cleared == null || cleared.plus(BETWEEN_CLEARINGS).isBefore(now)) {
                log.removeBefore(begins.apply(now));
                cleared = now;
            }
        } catch (StorageException e) {
            LOG.warn("The access log cannot be written to; {} readings wait.", waiting.size(), e);
            if (waiting.size() > MOST_WAITING) {
                waiting = new ArrayList<>(waiting.subList(waiting.size() - MOST_WAITING, waiting.size()));
            }
        }
    }

    /** Writes what waits, if anything does. */
    public void flush(Instant now) {
        lock.lock();
        try {
            if (!waiting.isEmpty()) write(now);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, before the store closes; harmless where it is closed. */
    void close(Instant now) {
        lock.lock();
        try {
            if (!waiting.isEmpty()) write(now);
        } catch (IllegalStateException closed) {
            LOG.warn("The store was closed before {} readings were written to the access log.", waiting.size());
        } finally {
            lock.unlock();
        }
    }

    /**
     * A page of the readings of a dossier that are to be kept. Those that are older are left out here and removed with the
     * next batch that is written, once a day, so that looking removes nothing; ids of version 7 hold the instant.
     */
    public List<LoggedReading> of(Scope dossier, PageRequest page, Instant now) {
        flush(now);
        UUID first = Ids.before(begins.apply(now).toEpochMilli());
        UUID after = page.after();
        if (page.order() == PageRequest.Order.OLDEST_FIRST) {
            boolean beyond = after != null && Ids.BY_BYTES.compare(after, first) > 0;
            return log.of(dossier, beyond ? page : page.after(first));
        }
        return log.of(dossier, page).stream()
                .takeWhile(each -> Ids.BY_BYTES.compare(each.id(), first) > 0)
                .toList();
    }
}
