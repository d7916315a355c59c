package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * People who write to one school, each in a dossier of their own, and who try again while the database is away. What was
 * acknowledged to them is noted, and the longest time without an acknowledgement.
 */
final class Writers implements AutoCloseable {
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final PortfolioStore store;
    private final String text;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Set<Long>> acknowledged = new ArrayList<>();
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** @param bytes how long the text is that each writes each time */
    Writers(PortfolioStore store, int number, int bytes) {
        this.store = store;
        this.text = noise(bytes);
        for (int i = 0; i < number; i++) {
            int own = i;
            acknowledged.add(ConcurrentHashMap.newKeySet());
            Thread writer = new Thread(() -> write(own), "writer-" + i);
            writer.setUncaughtExceptionHandler((thread, e) -> broken.add(e));
            threads.add(writer);
        }
    }

    /** Letters that no compression makes much shorter. */
    static String noise(int letters) {
        StringBuilder text = new StringBuilder(letters);
        new Random(letters).ints(letters, 'A', 'Z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    Writers start() {
        last.set(System.nanoTime());
        threads.forEach(Thread::start);
        return this;
    }

    private void write(int own) {
        Head head = null;
        for (long number = 1; !ended; number++) {
            if (head == null) head = head(own);
            if (head == null) continue;
            Row row = Dossiers.row(Dossiers.dossier(own), number, "{\"text\":\"" + text + "\"}");
            Change change = Dossiers.putting(head, row);
            try {
                store.commit(change);
                head = change.entries().get(0).head();
                acknowledged.get(own).add(number);
                acknowledge();
            } catch (CommitUnknownException e) {
                unknown.incrementAndGet();
                head = null;
            } catch (StaleException e) {
                head = null;
            } catch (StorageException e) {
                refused(e);
                head = null;
            }
        }
    }

    private synchronized void acknowledge() {
        all.incrementAndGet();
        long now = System.nanoTime();
        longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
        notifyAll();
    }

    private @Nullable Head head(int own) {
        try {
            return Dossiers.head(store, Dossiers.dossier(own));
        } catch (StorageException e) {
            refused(e);
            return null;
        }
    }

    private void refused(StorageException e) {
        refused.computeIfAbsent(e.reason().key(), key -> new AtomicInteger()).incrementAndGet();
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Waits until so many more were acknowledged. */
    synchronized void awaitMore(int more) throws InterruptedException {
        int wanted = all.get() + more;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (all.get() < wanted) {
            assertThat(System.nanoTime())
                    .as("%s acknowledged, %s", all, refused)
                    .isLessThan(end);
            wait(100);
        }
    }

    /** Waits until each of them was refused several times. */
    synchronized void awaitRefusals(int number) throws InterruptedException {
        int before = refusals();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (refusals() - before < number) {
            assertThat(System.nanoTime())
                    .as("%s acknowledged, %s", all, refused)
                    .isLessThan(end);
            wait(100);
        }
    }

    private void requireAtWork(long end) {
        assertThat(broken).as("exceptions that a store must not throw").isEmpty();
        assertThat(System.nanoTime())
                .as("%s acknowledged, %s unknown, %s", all, unknown, refused)
                .isLessThan(end);
    }

    private int refusals() {
        return refused.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Ends them, each after what it is at. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread each : threads) each.join(PATIENCE_NANOS / 1_000_000);
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThat(broken).as("exceptions that a store must not throw").isEmpty();
    }

    int acknowledged() {
        return all.get();
    }

    /** How many commits ended with {@link CommitUnknownException}. */
    int unknown() {
        return unknown.get();
    }

    /** How many refusals there were, by the key of their message. */
    Map<String, Integer> refused() {
        Map<String, Integer> counts = new TreeMap<>();
        refused.forEach((key, count) -> counts.put(key, count.get()));
        return counts;
    }

    long longestGapMillis() {
        return longest.get() / 1_000_000;
    }

    /** That all that was acknowledged is in this store, and nothing is half there. */
    void requireAllIn(PortfolioStore there) {
        for (int own = 0; own < acknowledged.size(); own++) {
            Set<Long> found = new TreeSet<>();
            List<Row> page = rows(there, own, null);
            while (!page.isEmpty()) {
                page.forEach(row -> found.add(row.id().getLeastSignificantBits()));
                page = rows(there, own, page.get(page.size() - 1));
            }
            Set<Long> lost = new TreeSet<>(acknowledged.get(own));
            lost.removeAll(found);
            assertThat(lost)
                    .as("of dossier %d, acknowledged and not there; there are %d", own, found.size())
                    .isEmpty();
            assertThat(Dossiers.head(there, Dossiers.dossier(own)).length()).isEqualTo(found.size());
        }
        assertThat(there.check()).isEmpty();
    }

    private static List<Row> rows(PortfolioStore there, int own, @Nullable Row after) {
        return there.read(
                view -> view.list(Dossiers.dossier(own), Dossiers.PRODUCTION, after == null ? null : after.id(), 500));
    }
}
