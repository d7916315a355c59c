package org.eportfolio.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eportfolio.spi.Watch;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the commits of other processes while a call waits for some: one query for all schools of this process at each
 * tick, on an ordinary connection. Its thread begins with the first watch and ends some time after the last. Nothing is
 * sent by those who write: a NOTIFY would make all schools commit one after the other. Thread-safe.
 */
final class Follower implements AutoCloseable {
    static final long TICK_MILLIS = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long IDLE_MILLIS = 10_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final long NOT_SEEN = -1;

    private final Database database;
    private final Map<UUID, Watched> watched = new HashMap<>();
    private @Nullable Thread thread;
    private boolean closed;

    Follower(Database database) {
        this.database = database;
    }

    /** Known by itself: two watches may have one runnable. */
    private static final class Watcher {
        final Runnable moved;

        Watcher(Runnable moved) {
            this.moved = moved;
        }
    }

    private static final class Watched {
        final List<Watcher> watchers = new ArrayList<>();
        long position = NOT_SEEN;
    }

    /** The first look at a school counts as a move, since it may have moved before the watch began. */
    synchronized Watch watch(UUID school, Runnable moved) {
        if (closed) return () -> {};
        Watcher own = new Watcher(moved);
        watched.computeIfAbsent(school, each -> new Watched()).watchers.add(own);
        if (thread == null) {
            Thread started = new Thread(this::run, "portfolio-postgresql-follower");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
        notifyAll();
        return () -> end(school, own);
    }

    private synchronized void end(UUID school, Watcher own) {
        Watched one = watched.get(school);
        if (one == null) return;
        one.watchers.remove(own);
        if (one.watchers.isEmpty()) watched.remove(school);
    }

    @Override
    public synchronized void close() {
        closed = true;
        watched.clear();
        notifyAll();
    }

    private void run() {
        try {
            while (isWanted()) {
                boolean looked = look();
                pause(looked ? TICK_MILLIS : PAUSE_AFTER_FAILURE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.debug("following was interrupted");
            synchronized (this) {
                thread = null;
            }
        }
    }

    private synchronized boolean isWanted() throws InterruptedException {
        await(IDLE_MILLIS, () -> watched.isEmpty() && !closed);
        boolean wanted = !watched.isEmpty() && !closed;
        if (!wanted) thread = null;
        return wanted;
    }

    private synchronized void pause(long millis) throws InterruptedException {
        await(millis, () -> !closed);
    }

    private synchronized void await(long millis, BooleanSupplier still) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (left > 0 && still.getAsBoolean()) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private boolean look() {
        try {
            moved(positions(schools())).forEach(Runnable::run);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("cannot look for the commits of other processes: {}", e.getMessage());
            return false;
        }
    }

    private synchronized UUID[] schools() {
        return watched.keySet().toArray(UUID[]::new);
    }

    private Map<UUID, Long> positions(UUID[] schools) {
        Map<UUID, Long> positions = new HashMap<>();
        database.single(handle -> handle.createQuery(
                        "SELECT school, position FROM portfolio.school WHERE school = ANY (?)")
                .bind(0, (Argument) (at, statement, context) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("uuid", schools)))
                .map((row, context) -> positions.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
        return positions;
    }

    private synchronized List<Runnable> moved(Map<UUID, Long> positions) {
        List<Runnable> calls = new ArrayList<>();
        positions.forEach((school, position) -> {
            Watched one = watched.get(school);
            if (one == null || one.position == position) return;
            one.position = position;
            one.watchers.forEach(each -> calls.add(each.moved));
        });
        return calls;
    }
}
